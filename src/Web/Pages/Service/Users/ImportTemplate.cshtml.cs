using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service.Users;

/// <summary>The file to fill in: its head and no rows.</summary>
[ForWebUsers(WebUserRole.Administrator)]
public sealed class ImportTemplateModel(IMediator mediator) : ServicePage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var template = (await Mediator.Send(new ShowApplicantColumns.Query(), ct)).Value.Template;
        return new CsvDownload("申込者_追加様式.csv", (file, cancelled) => file.WriteAsync(template, cancelled).AsTask());
    }
}
