// Comfort only: every page works without this file.
(function () {
  'use strict';

  var each = function (selector, action) { document.querySelectorAll(selector).forEach(action); };
  var plainClick = function (event) {
    return event.button === 0 && !event.ctrlKey && !event.shiftKey && !event.metaKey && !event.altKey;
  };

  // Errors: the summary is read out first, and its links lead to the fields.
  var summary = document.querySelector('.error-summary');
  if (summary) summary.focus();

  // Help beside the form, in one small window; when it cannot be opened the link works as a link.
  each('a[data-help]', function (link) {
    link.addEventListener('click', function (event) {
      if (!plainClick(event)) return;
      var help = window.open(link.href, 'help', 'popup,width=520,height=760,scrollbars,resizable');
      if (!help) return;
      help.opener = null;
      help.focus();
      event.preventDefault();
    });
  });

  // 「閉じる」: only windows a browser lets a page close are asked to; the others follow the link at once.
  each('[data-close]', function (link) {
    link.addEventListener('click', function (event) {
      if (!plainClick(event) || !(window.opener || window.name || history.length === 1)) return;
      event.preventDefault();
      window.close();
      setTimeout(function () { if (link.href) location.assign(link.href); }, 150);
    });
  });

  // Lists: a click on a head sorts by its column, another one turns the order.
  each('table[data-sortable]', function (table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    var value = function (row, column) { return row.cells[column].dataset.value || row.cells[column].textContent.trim(); };
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', function () {
        var turn = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', turn > 0 ? 'ascending' : 'descending');
        Array.from(table.tBodies[0].rows)
          .sort(function (a, b) { return turn * value(a, column).localeCompare(value(b, column), 'ja', { numeric: true }); })
          .forEach(function (row) { table.tBodies[0].append(row); });
      });
    });
  });

  each('[data-print]', function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });

  // A double click is one submission. A download leaves the page standing, so the flag also runs out.
  var sent = new WeakSet();
  var release = function (form) { sent.delete(form); form.removeAttribute('aria-busy'); };
  each('form[data-once]', function (form) {
    form.addEventListener('submit', function (event) {
      if (sent.has(form)) { event.preventDefault(); return; }
      if (event.defaultPrevented) return;
      sent.add(form);
      form.setAttribute('aria-busy', 'true');
      setTimeout(release, 10000, form);
    });
    window.addEventListener('pageshow', function () { release(form); });
  });

  // Unsaved input: the browser's own question before leaving, except by submitting the form itself.
  var changed = function (field) {
    if (field.type === 'hidden' || field.type === 'submit') return false;
    if (field.type === 'radio' || field.type === 'checkbox') return field.checked !== field.defaultChecked;
    return field.defaultValue !== undefined && field.value !== field.defaultValue;
  };
  each('form[data-guard]', function (form) {
    var submitting = false;
    form.addEventListener('submit', function (event) { if (!event.defaultPrevented) submitting = true; });
    window.addEventListener('pageshow', function () { submitting = false; });
    window.addEventListener('beforeunload', function (event) {
      if (submitting || !Array.from(form.elements).some(changed)) return;
      event.preventDefault();
      event.returnValue = '';
    });
  });
})();
