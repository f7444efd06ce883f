using MediatR;

namespace NexiPortal.Web.Pages.Service.Users;

/// <summary>One applicant: who it is, how the ID stands, what was done to it, and what can be done.</summary>
public sealed class ApplicantModel(IMediator mediator) : ApplicantPage(mediator);
