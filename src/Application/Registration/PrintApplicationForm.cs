using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationFields;

namespace NexiPortal.Application.Registration;

/// <summary>⑬ 申込書を印刷する: the form of the submitted application as PDF. Printing twice gives the same form.</summary>
public static class PrintApplicationForm
{
    private const string Seal = "商業・法人登記に届け出た印鑑(実印)を押してください。";

    /// <summary>The question.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    public sealed record Query(Guid LinkId) : IRequest<Result<Form>>;

    /// <summary>The printed form.</summary>
    /// <param name="Pdf">The document.</param>
    /// <param name="FileName">Name to save it under.</param>
    public sealed record Form(byte[] Pdf, string FileName);

    internal sealed class Handler(IRegistrationDb db, IApplicationFormRenderer renderer, OperatorProfile nexi, Enclosures enclosures, TimeProvider clock)
        : IRequestHandler<Query, Result<Form>>
    {
        public async Task<Result<Form>> Handle(Query request, CancellationToken cancellationToken)
        {
            var application = await db.ApplicationsOf(request.LinkId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (application is null) return new Error(RegistrationErrors.NotSubmitted);
            if (!application.CanPrintFormAt(clock.Now())) return new Error(RegistrationErrors.FormNotPrintable);
            return Print(application, renderer, nexi, enclosures);
        }
    }

    /// <summary>Prints the form of the present revision.</summary>
    internal static Form Print(RegistrationApplication application, IApplicationFormRenderer renderer, OperatorProfile nexi, Enclosures enclosures) =>
        new(renderer.Render(Word(application, nexi, enclosures)), $"{application.Type.FormTitle()}_{application.Number}.pdf");

    private static ApplicationForm Word(RegistrationApplication application, OperatorProfile nexi, Enclosures enclosures)
    {
        var details = application.Details;
        return new()
        {
            Title = application.Type.FormTitle(),
            KindLabel = application.Type.Label(),
            ApplicationNumber = application.Number.Value,
            Revision = application.Revision,
            QrText = application.FormCode,
            AppliedOn = JapanTime.DateWithEra(JapanTime.DateAt(application.SubmittedAt)),
            ValidUntil = JapanTime.DateWithEra(JapanTime.DateAt(application.FormExpiresAt)),
            Sections = [.. ApplicationEntry.Rows(application.Type, details)
                .GroupBy(row => row.Group)
                .Select(group => new ApplicationFormSection(group.Key, [.. group.Select(row => new ApplicationFormRow(row.Legend.Length > 0 ? row.Legend : null, row.Label, row.Value))]))],
            RepresentativeTitle = application.Representative.Title,
            RepresentativeName = application.Representative.Name,
            SealExplanation = Seal,
            Consent = [$"Webサービス利用規約(第{application.Consent.TermsVersion}版)に同意のうえ、{JapanTime.DateAndTime(application.Consent.AgreedAt)}に申込情報を送信しました。"],
            Enclosures = enclosures.For(application.Type),
            OperatorName = nexi.Name,
            Contact = [nexi.Department, $"電話 {nexi.Telephone}", nexi.Hours],
            PostAddress = new(nexi.PostalCode, [nexi.Address], nexi.Addressee),
            Sender = new(
                details[PostalCode], details[Address], application.Company,
                $"{details[Department]}　{details[JobTitle]}".Trim('　'), details[AdministratorName], details[AdministratorTelephone]),
            CreatedAt = application.SubmittedAt,
        };
    }
}
