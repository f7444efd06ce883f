using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Io.Dom;

namespace NexiPortal.TestSupport;

/// <summary>An entry of a page's error summary.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Field">Id of the element it leads to; empty when it concerns the whole form.</param>
public sealed record PageError(string Text, string Field);

/// <summary>
/// A page as its reader meets it: by title, heading, error sentences and labels, not by markup.
/// The client it is read with must leave redirects to it (see <see cref="CookieJar"/>).
/// </summary>
public sealed class Page
{
    private const int MostRedirects = 10;

    private readonly HttpClient _client;

    private Page(HttpClient client, HttpStatusCode status, Uri address, HttpResponseHeaders headers, IHtmlDocument document, IReadOnlyList<Uri> redirects)
    {
        _client = client;
        Status = status;
        Address = address;
        Headers = headers;
        Document = document;
        Redirects = redirects;
    }

    /// <summary>Status of the last answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Where one has come to, after redirects.</summary>
    public Uri Address { get; }

    /// <summary>Headers of the last answer.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The parsed page, for what has no property here.</summary>
    public IHtmlDocument Document { get; }

    /// <summary>The addresses one was redirected to on the way, in order.</summary>
    public IReadOnlyList<Uri> Redirects { get; }

    /// <summary>The title.</summary>
    public string Title => Tidy(Document.Title);

    /// <summary>The one heading of first rank; empty when there is none.</summary>
    public string Heading => Tidy(Document.QuerySelector("h1")?.TextContent);

    /// <summary>All the text of the page's main part, runs of white space as one space.</summary>
    public string Text => Tidy((Document.QuerySelector("main") ?? Document.Body)?.TextContent);

    /// <summary>The entries of the error summary, in order.</summary>
    public IReadOnlyList<PageError> Errors =>
    [
        .. Document.QuerySelectorAll(".error-summary a, .error-summary li:not(:has(a))")
            .Select(entry => new PageError(Tidy(entry.TextContent), entry.GetAttribute("href")?.TrimStart('#') ?? "")),
    ];

    /// <summary>Goes to an address, following redirects.</summary>
    public static Task<Page> GetAsync(HttpClient client, string address) => SendAsync(client, new(HttpMethod.Get, address));

    /// <summary>Sends a request of one's own making, following redirects.</summary>
    public static async Task<Page> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        var redirects = new List<Uri>();
        var response = await client.SendAsync(request);
        while (response is { StatusCode: >= HttpStatusCode.MovedPermanently and < HttpStatusCode.BadRequest, Headers.Location: { } location })
        {
            if (redirects.Count == MostRedirects) throw new InvalidOperationException($"Redirected in circles: {string.Join(" → ", redirects)}");
            if (response.StatusCode is HttpStatusCode.RedirectKeepVerb or HttpStatusCode.PermanentRedirect && request.Method != HttpMethod.Get)
                throw new NotSupportedException($"A form is not sent twice: {(int)response.StatusCode} to {location}.");
            var next = new Uri(response.RequestMessage!.RequestUri!, location);
            redirects.Add(next);
            response.Dispose();
            response = await client.GetAsync(next);
        }
        using (response)
        {
            var address = response.RequestMessage!.RequestUri!;
            var html = await response.Content.ReadAsStringAsync();
            var document = (IHtmlDocument)await BrowsingContext.New(Configuration.Default)
                .OpenAsync(page => page.Content(html).Address(address.ToString()));
            return new(client, response.StatusCode, address, response.Headers, document, redirects);
        }
    }

    /// <summary>Follows the link with this text.</summary>
    public Task<Page> Follow(string text)
    {
        var links = Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(link => Tidy(link.TextContent) == text).ToList();
        return links.Select(link => link.Href).Distinct().Count() == 1
            ? GetAsync(_client, links[0].Href)
            : throw new InvalidOperationException($"{links.Count} links “{text}” on {Describe()}.");
    }

    /// <summary>
    /// The form with a button of this text, where there are several in the table's row that says something;
    /// without one, the only form in the page's main part. Dialogs are closed without a script.
    /// </summary>
    public PageForm Form(string? button = null, string? inRowWith = null)
    {
        var root = button is null ? Document.QuerySelector("main") ?? Document.DocumentElement : Document.DocumentElement;
        var forms = root.QuerySelectorAll<IHtmlFormElement>("form").Where(form => form.Closest("dialog") is null && (button is null || PageForm.Buttons(form).Any(b => PageForm.Caption(b) == button)))
            .Where(form => inRowWith is null || form.Closest("tr")?.TextContent.Contains(inRowWith, StringComparison.Ordinal) == true).ToList();
        return forms.Count == 1
            ? new(this, forms[0])
            : throw new InvalidOperationException($"{forms.Count} forms{(button is null ? "" : $" with the button “{button}”")} on {Describe()}.");
    }

    /// <summary>Text with runs of white space as one space.</summary>
    internal static string Tidy(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal string Describe() => $"{Address} ({(int)Status}, “{Heading}”{string.Concat(Errors.Select(error => $", error “{error.Text}”"))})";

    internal Task<Page> SubmitAsync(HttpRequestMessage request)
    {
        // As browsers do.
        request.Headers.Referrer = Address;
        if (request.Method != HttpMethod.Get) request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return SendAsync(_client, request);
    }
}

/// <summary>A form being filled in; what the page filled in already, the antiforgery token too, stays unless changed.</summary>
public sealed class PageForm
{
    private readonly Page _page;
    private readonly IHtmlFormElement _form;

    internal PageForm(Page page, IHtmlFormElement form) => (_page, _form) = (page, form);

    /// <summary>Texts of its buttons.</summary>
    public IReadOnlyList<string> ButtonTexts => [.. Buttons(_form).Select(Caption)];

    /// <summary>What stands in a text field or selection, found by its label or name; of radio buttons, the chosen value.</summary>
    public string Value(string label) => Find(label) switch
    {
        IHtmlInputElement { Type: "radio", Name: var name } => Controls<IHtmlInputElement>().FirstOrDefault(input => input.Name == name && input.IsChecked)?.Value ?? "",
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        var other => throw Unsuitable(label, other),
    };

    /// <summary>
    /// Fills in a text field, or selects an option by its text or value, found by its label or name;
    /// of radio buttons found by name or group legend, chooses the one of that label or value.
    /// </summary>
    public PageForm Fill(string label, string value)
    {
        switch (Find(label))
        {
            case IHtmlInputElement { Type: "radio", Name: var name }:
                Tick(Controls<IHtmlInputElement>().FirstOrDefault(input => input.Name == name && (input.Value == value || Labels(input).Contains(value)))
                    ?? throw new InvalidOperationException($"“{label}” has no choice “{value}” on {_page.Describe()}."));
                break;
            case IHtmlInputElement { Type: not ("checkbox" or "file" or "submit") } input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = (select.Options.FirstOrDefault(option => Page.Tidy(option.Text) == value || option.Value == value)
                    ?? throw new InvalidOperationException($"“{label}” has no option “{value}” on {_page.Describe()}.")).Value;
                break;
            case var other:
                throw Unsuitable(label, other);
        }
        return this;
    }

    /// <summary>Ticks a box, or chooses a radio button, by its own label or its name.</summary>
    public PageForm Check(string label)
    {
        Tick(Find(label) as IHtmlInputElement ?? throw new InvalidOperationException($"“{label}” cannot be ticked."));
        return this;
    }

    /// <summary>Chooses a file, found by its label or name.</summary>
    public PageForm Attach(string label, string fileName, byte[] bytes)
    {
        var files = (Find(label) as IHtmlInputElement)?.Files ?? throw new InvalidOperationException($"“{label}” takes no file.");
        files.Clear();
        files.Add(new ChosenFile(fileName, bytes));
        return this;
    }

    /// <summary>Takes the tick from a box.</summary>
    public PageForm Uncheck(string label)
    {
        (Find(label) as IHtmlInputElement ?? throw new InvalidOperationException($"“{label}” cannot be ticked.")).IsChecked = false;
        return this;
    }

    /// <summary>Has the form sent to another page than its own, as somebody would who forges it.</summary>
    public PageForm SendTo(string address)
    {
        _form.Action = address;
        return this;
    }

    /// <summary>Presses a button by its text and sends the form with the button's name and value; following redirects.</summary>
    public Task<Page> Press(string button)
    {
        var pressed = Buttons(_form).Where(b => Caption(b) == button).ToList();
        if (pressed.Count != 1) throw new InvalidOperationException($"{pressed.Count} buttons “{button}” on {_page.Describe()}; there are: {string.Join(", ", ButtonTexts)}.");
        if (pressed[0].HasAttribute("disabled")) throw new InvalidOperationException($"The button “{button}” is disabled on {_page.Describe()}.");
        // AngleSharp sends the name of a button only when it stands inside its form.
        if (!_form.Contains(pressed[0])) _form.AppendChild(pressed[0]);
        var submission = _form.GetSubmission(pressed[0]) ?? throw new InvalidOperationException($"The button “{button}” sends nothing.");
        var request = new HttpRequestMessage(new HttpMethod(submission.Method.ToString().ToUpperInvariant()), submission.Target.Href);
        if (request.Method != HttpMethod.Get)
        {
            request.Content = new StreamContent(submission.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(submission.MimeType!);
        }
        return _page.SubmitAsync(request);
    }

    internal static IEnumerable<IHtmlElement> Buttons(IHtmlFormElement form) =>
        form.Elements.Where(control => control is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" or "image" });

    internal static string Caption(IHtmlElement button) => Page.Tidy(button is IHtmlInputElement input ? input.Value : button.TextContent);

    private IEnumerable<T> Controls<T>() => _form.Elements.OfType<T>();

    private void Tick(IHtmlInputElement input)
    {
        if (input.Type == "radio")
        {
            foreach (var other in Controls<IHtmlInputElement>().Where(o => o.Type == "radio" && o.Name == input.Name)) other.IsChecked = false;
        }
        input.IsChecked = true;
    }

    private IHtmlElement Find(string label)
    {
        var controls = _form.Elements.Where(control => control is IHtmlInputElement or IHtmlTextAreaElement or IHtmlSelectElement).ToList();
        var named = controls.Where(control => control.GetAttribute("name") == label).ToList();
        if (named.Count > 0) return named.FirstOrDefault(control => control is not IHtmlInputElement { Type: "hidden" }) ?? named[0];

        var legends = controls.Where(control => control is IHtmlInputElement { Type: "radio" } && Legend(control).StartsWith(label, StringComparison.Ordinal)).ToList();
        if (legends.Count > 0) return legends[0];

        var exact = controls.Where(control => Labels(control).Contains(label)).ToList();
        if (exact.Count == 0) exact = [.. controls.Where(control => Labels(control).Any(text => text.StartsWith(label, StringComparison.Ordinal)))];
        return exact.Count == 1
            ? exact[0]
            : throw new InvalidOperationException(
                $"{exact.Count} fields “{label}” on {_page.Describe()}; there are: {string.Join(", ", controls.SelectMany(Labels))}; by name: {string.Join(", ", controls.Select(control => control.GetAttribute("name")))}.");
    }

    private static IEnumerable<string> Labels(IHtmlElement control) =>
        control.Owner!.QuerySelectorAll<IHtmlLabelElement>("label").Where(label => label.HtmlFor is { } id ? id == control.Id : label.Contains(control)).Select(label => Page.Tidy(label.TextContent))
            .Concat(control.GetAttribute("aria-label") is { } named ? [Page.Tidy(named)] : []);

    private static string Legend(IHtmlElement control) => Page.Tidy(control.Closest("fieldset")?.QuerySelector("legend")?.TextContent);

    private InvalidOperationException Unsuitable(string label, IHtmlElement control) => new($"“{label}” on {_page.Describe()} is a {control.LocalName}, which cannot be filled in so.");

    private sealed class ChosenFile(string name, byte[] bytes) : IFile
    {
        public string Name => name;

        public DateTime LastModified => DateTime.UnixEpoch;

        public int Length => bytes.Length;

        public string Type => "text/csv";

        public bool IsClosed => false;

        public Stream Body { get; } = new MemoryStream(bytes);

        public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) => throw new NotSupportedException();

        public void Close()
        {
        }

        public void Dispose() => Body.Dispose();
    }
}
