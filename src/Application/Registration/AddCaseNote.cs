using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>Staff write a note to a case for one another. It is no part of the case: whoever has its page open can go on.</summary>
public static class AddCaseNote
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Text">The note.</param>
    public sealed record Command(ApplicationNumber Number, string Text) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).Must(typed => StaffText.Tidy(typed).Length > 0).WithErrorCode(RegistrationErrors.NoteRequired);
            RuleFor(c => c.Text).IsStaffText();
        }
    }

    internal sealed class Handler(IRegistrationDb db, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.Applications.Where(a => a.Number == request.Number).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellationToken);
            if (found is not { } id) return new Error(RegistrationErrors.CaseUnknown);
            db.CaseNotes.Add(CaseNote.Write(id, StaffText.Tidy(request.Text), new Actor(actor.Name), clock.Now()));
            return await db.SaveAsync(cancellationToken);
        }
    }
}
