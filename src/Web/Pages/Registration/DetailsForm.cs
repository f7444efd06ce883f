using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>
/// The fields of step 2 (⑩) as HTML, written straight from their declaration: group, legend, label, hint, control, error. Others get some of the fields:
/// for somebody else's particulars, which no browser knows, or for their own.
/// </summary>
internal sealed class DetailsForm(ApplicationType type, FieldValues values, IReadOnlyList<Error> errors, OperatorProfile nexi, IReadOnlyList<ApplicationField>? some = null, bool isOwn = false) : IHtmlContent
{
    /// <summary>What was typed into fields.</summary>
    public static FieldValues Typed(IEnumerable<ApplicationField> fields, IFormCollection form) =>
        FieldValues.From(fields.Select(field => KeyValuePair.Create(field.Key, form[field.Key].ToString())));

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var html = new Html(writer, encoder);
        foreach (var group in Enum.GetValues<FieldGroup>())
        {
            var fields = (some ?? ApplicationFields.For(type)).Where(field => field.Group == group).ToList();
            if (fields.Count == 0 && (some is not null || group != FieldGroup.Application)) continue;
            html.Raw("<section class=\"field-group\"><h2>").Text(ApplicationFields.Title(group)).Raw("</h2>");
            if (some is null && group == FieldGroup.Application) WriteType(html);
            WriteLegends(html, fields);
            html.Raw("</section>");
        }
    }

    private void WriteType(Html html) =>
        html.Raw("<div class=\"field\"><div class=\"field-label\"><span>申込種類</span></div><div class=\"field-control\"><p class=\"static-value\">").Text(type.Label()).Raw("</p></div></div>");

    private void WriteLegends(Html html, List<ApplicationField> fields)
    {
        for (var i = 0; i < fields.Count;)
        {
            var together = fields.Skip(i).TakeWhile(field => field.Legend == fields[i].Legend).ToList();
            if (fields[i].Legend.Length == 0) together = [fields[i]];
            if (fields[i].Legend.Length > 0) html.Raw("<fieldset class=\"field-set\"><legend>").Text(fields[i].Legend).Raw("</legend>");
            foreach (var field in together) WriteField(html, field);
            if (fields[i].Legend.Length > 0) html.Raw("</fieldset>");
            i += together.Count;
        }
    }

    private void WriteField(Html html, ApplicationField field)
    {
        var error = errors.FirstOrDefault(e => e.Field == field.Key);
        var required = ApplicationEntry.IsRequired(field, type, values);
        var isChoice = field.Rule is ChoiceRule;
        html.Raw("<div class=\"field").Raw(required ? " required" : "").Raw(error is null ? "" : " has-error").Raw("\"");
        if (isChoice) html.Raw(" role=\"radiogroup\" aria-labelledby=\"").Text(field.Key).Raw("-label\"");
        html.Raw("><div class=\"field-label\">");
        if (isChoice) html.Raw("<span id=\"").Text(field.Key).Raw("-label\">");
        else html.Raw("<label for=\"").Text(field.Key).Raw("\">");
        html.Text(field.Label).Raw(isChoice ? "</span>" : "</label>");
        if (required) html.Raw("<span class=\"required-mark\">※必須</span>");
        html.Raw("<a class=\"help-link\" data-help target=\"_blank\" rel=\"noopener\" href=\"/registration/help/").Text(field.Key)
            .Raw("\" aria-label=\"").Text(field.FullName).Raw("のヘルプ(別画面で開きます)\">?</a></div><div class=\"field-control\">");
        WriteHint(html, field);
        if (field.Rule is ChoiceRule choice) WriteChoices(html, field, choice, error);
        else WriteInput(html, field, required, error);
        if (error is not null) html.Raw("<p class=\"error\" id=\"").Text(field.Key).Raw("-error\">").Text(Sentences.For(error)).Raw("</p>");
        if (field.Rule is InsuranceUserCodeRule) WriteCodeUnknown(html);
        html.Raw("</div></div>");
    }

    private static void WriteHint(Html html, ApplicationField field)
    {
        html.Raw("<p class=\"hint\" id=\"").Text(field.Key).Raw("-hint\">");
        if (field.Note.Length > 0) html.Text(field.Note);
        if (field.Note.Length > 0 && field.Example.Length > 0) html.Raw("<br>");
        if (field.Example.Length > 0) html.Text($"例) {field.Example}");
        if (field.Rule.Says.Length > 0) html.Text($" ({field.Rule.Says})");
        html.Raw("</p>");
    }

    private void WriteInput(Html html, ApplicationField field, bool required, Error? error)
    {
        var (kind, mode) = field.Rule switch
        {
            TelephoneRule => ("tel", "tel"),
            PostalCodeRule or InsuranceUserCodeRule => ("text", "numeric"),
            MailAddressRule => ("text", "email"),
            WebAddressRule => ("text", "url"),
            _ => ("text", "text"),
        };
        html.Raw("<input class=\"input ").Raw(Width(field.Rule)).Raw("\" type=\"").Raw(kind).Raw("\" inputmode=\"").Raw(mode)
            .Raw("\" id=\"").Text(field.Key).Raw("\" name=\"").Text(field.Key).Raw("\" value=\"").Text(values[field])
            .Raw("\" autocomplete=\"").Text((some is null || isOwn) && field.Autofill.Length > 0 ? field.Autofill : "off").Raw("\"");
        if (required) html.Raw(" required");
        WriteDescription(html, field, error);
        html.Raw(">");
    }

    private void WriteChoices(Html html, ApplicationField field, ChoiceRule rule, Error? error)
    {
        html.Raw("<div class=\"choices\">");
        for (var i = 0; i < rule.Choices.Count; i++)
        {
            html.Raw("<label class=\"choice\"><input type=\"radio\" id=\"").Text(field.Key).Raw(i == 0 ? "" : $"-{i + 1}")
                .Raw("\" name=\"").Text(field.Key).Raw("\" value=\"").Text(rule.Choices[i].Key).Raw("\"");
            if (values[field] == rule.Choices[i].Key) html.Raw(" checked");
            WriteDescription(html, field, error);
            html.Raw("><span>").Text(rule.Choices[i].Label).Raw("</span></label>");
        }
        html.Raw("</div>");
    }

    private static void WriteDescription(Html html, ApplicationField field, Error? error)
    {
        if (error is not null) html.Raw(" aria-invalid=\"true\"");
        html.Raw(" aria-describedby=\"").Text(field.Key).Raw("-hint");
        if (error is not null) html.Raw(" ").Text(field.Key).Raw("-error");
        html.Raw("\"");
    }

    private void WriteCodeUnknown(Html html) =>
        html.Raw("<details><summary>コードがわからない場合</summary><p>お手数ですが、").Text($"{nexi.Name} {nexi.Department}(電話 {nexi.Telephone}、{nexi.Hours})").Raw("までお問い合わせください。</p></details>");

    private static string Width(FieldRule rule) => rule switch
    {
        PostalCodeRule or InsuranceUserCodeRule => "w-s",
        TelephoneRule => "w-m",
        { MaxLength: <= 15 } => "w-m",
        { MaxLength: <= 25 } => "w-l",
        _ => "w-full",
    };

    private sealed class Html(TextWriter writer, HtmlEncoder encoder)
    {
        public Html Raw(string markup)
        {
            writer.Write(markup);
            return this;
        }

        public Html Text(string text)
        {
            encoder.Encode(writer, text);
            return this;
        }
    }
}
