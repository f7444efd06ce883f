using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationFields;

namespace NexiPortal.Application.Registration;

/// <summary>What is registered under the code an application names stands beside what was typed (B and C); what differs has to be explained before approval is asked for.</summary>
public static class CompareWithRegistered
{
    /// <summary>The question.</summary>
    /// <param name="ApplicationId">The application.</param>
    public sealed record Query(Guid ApplicationId) : IRequest<Result<Comparison>>;

    /// <summary>The answer.</summary>
    /// <param name="Rows">Typed beside registered; empty when no code is named, or nobody has it.</param>
    /// <param name="Refusal">Why an approval would be refused; null when it would not.</param>
    public sealed record Comparison(IReadOnlyList<ComparedRow> Rows, Error? Refusal)
    {
        /// <summary>Whether anything has to be explained.</summary>
        public bool HasDifferences => Rows.Any(row => row.Differs);
    }

    /// <summary>One field.</summary>
    /// <param name="Typed">What was typed, with its label.</param>
    /// <param name="Registered">What is registered.</param>
    /// <param name="Differs">Whether they differ.</param>
    public sealed record ComparedRow(EntryRow Typed, string Registered, bool Differs);

    internal sealed class Handler(IRegistrationDb db, IRegisteredUsers registered) : IRequestHandler<Query, Result<Comparison>>
    {
        public async Task<Result<Comparison>> Handle(Query request, CancellationToken cancellationToken)
        {
            var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == request.ApplicationId, cancellationToken);
            return await registered.CompareAsync(application.Type, application.Details, cancellationToken);
        }
    }

    /// <summary>Compares what was typed with what is registered.</summary>
    internal static async Task<Comparison> CompareAsync(this IRegisteredUsers registered, ApplicationType type, FieldValues typed, CancellationToken ct)
    {
        var named = await registered.FindNamedAsync(type, typed, ct);
        if (named.Values is null) return new([], named.Refusal);
        var fields = Compared(type);
        var rows = ApplicationEntry.Rows(fields, WithRegisteredAddress(typed)).Zip(ApplicationEntry.Rows(fields, WithRegisteredAddress(named.Values)),
            (mine, theirs) => new ComparedRow(mine, theirs.Value, !IsSame(mine, theirs)));
        return new([.. rows], named.Refusal);
    }

    // A branch's address and telephone are its own; what it shares with its head office is what the certificate says. A Web user's form names the company itself.
    private static IReadOnlyList<ApplicationField> Compared(ApplicationType type) => type == ApplicationType.Branch
        ? [CompanyName, CompanyNameKana, RegisteredAddress, RepresentativeTitle, RepresentativeName]
        : [.. For(type).Where(field => field.Group == FieldGroup.InsuranceUser && field != ApplicationFields.InsuranceUserCode)];

    // The same as 所在地 means another address for a branch than for its head office.
    private static FieldValues WithRegisteredAddress(FieldValues values) =>
        values[RegisteredAddressChoice] == SameAddress ? values.With(RegisteredAddressChoice, OtherAddress).With(RegisteredAddress, values[Address]) : values;

    private static bool IsSame(EntryRow typed, EntryRow registered) =>
        typed.Value == registered.Value || (typed.Label == Telephone.Label && Likeness.OfTelephone(typed.Value) == Likeness.OfTelephone(registered.Value));
}
