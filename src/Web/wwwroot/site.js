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

  // ⑯: the rules of a new password, checked off while it is typed; what only the server knows stays as it is.
  each('[data-rules-for]', function (list) {
    var field = document.getElementById(list.dataset.rulesFor);
    var check = function () {
      list.querySelectorAll('[data-pattern]').forEach(function (rule) {
        var met = new RegExp(rule.dataset.pattern, 'u').test(field.value);
        rule.classList.toggle('met', met);
        rule.classList.toggle('unmet', !met && field.value !== '');
        rule.querySelector('.visually-hidden').textContent = field.value === '' ? '' : met ? '(満たしています)' : '(満たしていません)';
      });
    };
    field.addEventListener('input', check);
    check();
  });

  // The scan box takes a form's code from wherever one is, unless in a field: a hand scanner types it within a moment and ends with Enter.
  var scan = document.getElementById('scan');
  if (scan) (function () {
    var typed = '', last = 0;
    document.addEventListener('keydown', function (event) {
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && !/^(checkbox|radio)$/.test(event.target.type)) return;
      var now = performance.now();
      if (now - last > 1000) typed = '';
      last = now;
      if (event.key.length === 1) typed += event.key;
      if (event.key !== 'Enter' || !/^\d{4}-\d{5}-\d\/\d+\/[0-9A-F]+$/i.test(typed)) return;
      event.preventDefault();
      scan.value = typed;
      scan.form.requestSubmit();
    });
  })();

  // Lists to choose from: one box in the head ticks all of them.
  each('table.choose', function (table) {
    var head = table.tHead.rows[0].cells[0];
    var boxes = Array.from(table.tBodies[0].querySelectorAll('input[type="checkbox"]'));
    if (boxes.length === 0) return;
    var all = document.createElement('input');
    var label = document.createElement('label');
    all.type = 'checkbox';
    label.append(all, 'すべて選択');
    head.replaceChildren(label);
    var show = function () {
      var ticked = boxes.filter(function (box) { return box.checked; }).length;
      all.checked = ticked > 0 && ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    };
    all.addEventListener('change', function () {
      boxes.forEach(function (box) { box.checked = all.checked; });
      show();
    });
    table.addEventListener('change', show);
    window.addEventListener('pageshow', show);
    show();
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
      setTimeout(release, (Number(form.dataset.once) || 10) * 1000, form);
    });
    window.addEventListener('pageshow', function () { release(form); });
  });

  // The session's end: a dialog says it comes near. The server is asked before anything is shown or left, because another tab may have
  // gone on, and because a laptop that slept does not know how long. Two clocks count: one misses sleep, the other can be set.
  var leaving = false;
  var dialog = document.getElementById('session');
  if (dialog) (function () {
    var left, wall, steady, asked = 0, queue = Promise.resolve();
    var warning = Number(dialog.dataset.warning);
    var countdown = dialog.querySelector('[data-countdown]');
    var secondsLeft = function () { return left - Math.max(Date.now() - wall, performance.now() - steady) / 1000; };
    var begin = function (seconds) {
      left = seconds;
      wall = Date.now();
      steady = performance.now();
      if (left > warning) dialog.close();
    };
    var say = function (when) {
      dialog.querySelectorAll('[data-when]').forEach(function (p) { p.hidden = p.dataset.when !== when; });
    };
    var count = function () {
      var words = secondsLeft() <= 60 ? 'あと1分以内' : 'あと' + Math.ceil(secondsLeft() / 60) + '分';
      if (countdown.textContent !== words) countdown.textContent = words; // Read out when it changes, not every second.
    };
    var ask = function (address) {
      asked = Date.now();
      var send = function () {
        return fetch(address).then(function (answer) {
          if (answer.redirected) { // Over: the server leads to the page that says why.
            leaving = true;
            location.replace(answer.url);
          } else if (answer.ok) return answer.text().then(Number).then(begin);
          else throw new Error(answer.status);
        });
      };
      return queue = queue.then(send, send);
    };
    var warn = function () {
      if (dialog.open || leaving || secondsLeft() > warning) return;
      say('extensible');
      count();
      dialog.showModal();
    };
    var look = function () { ask(dialog.dataset.ask).then(warn, warn); };
    var extend = function () {
      ask(dialog.dataset.extend).then(function () { say('last'); }, function () { say('unreachable'); });
    };
    begin(Number(dialog.dataset.left));
    setInterval(function () {
      if (dialog.open) count();
      // At the time of the warning, while the dialog stands, and at the end.
      if (secondsLeft() <= warning && Date.now() - asked > (secondsLeft() > 0 ? 15000 : 2000)) look();
    }, 1000);
    document.addEventListener('visibilitychange', function () { if (!document.hidden) look(); });
    dialog.querySelector('[data-continue]').addEventListener('click', extend);
    dialog.addEventListener('cancel', function (event) { event.preventDefault(); extend(); }); // Escape
  })();

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
      if (submitting || leaving || !Array.from(form.elements).some(changed)) return;
      event.preventDefault();
      event.returnValue = '';
    });
  });
})();
