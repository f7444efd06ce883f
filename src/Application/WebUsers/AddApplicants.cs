using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>まとめて追加する: the administrator registers many applicants from a file (CSV): all of them, or none and what has to be mended in which row.</summary>
public static class AddApplicants
{
    // What concerns the file as a whole, and stands at none of its rows.
    private static readonly string[] OfTheFile = [ImportErrors.FileUnreadable, ImportErrors.FileEmpty];

    /// <summary>The request.</summary>
    /// <param name="Form">Names the form: a person in its file is added once, however often it is sent.</param>
    /// <param name="InsuranceUserId">The administrator's insurance user.</param>
    /// <param name="File">The file.</param>
    public sealed record Command(Guid Form, Guid InsuranceUserId, Stream File) : IRequest<Result<Outcome>>;

    /// <summary>How it ended.</summary>
    /// <param name="Added">How many were added; none when there are faults.</param>
    /// <param name="Faults">What has to be mended, in the file's order.</param>
    public sealed record Outcome(int Added, IReadOnlyList<Fault> Faults);

    /// <summary>Something to be mended.</summary>
    /// <param name="Row">In which row, from 1 for the head.</param>
    /// <param name="Error">What, and in which column.</param>
    public sealed record Fault(int Row, Error Error);

    internal sealed class Handler(IWebUsersDb db, Applicants applicants, ApplicantFile format, TimeProvider clock) : IRequestHandler<Command, Result<Outcome>>
    {
        public async Task<Result<Outcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (people, faults) = await ReadAsync(request.File, cancellationToken);
            if (faults is [{ Error: var only }] && OfTheFile.Contains(only.Code)) return only with { Field = nameof(request.File) };
            if (faults.Count > 0) return new Outcome(0, faults);

            var added = await applicants.AddAsync(request.Form, request.InsuranceUserId, people, clock.Now(), cancellationToken);
            if (!added.Succeeded) return added.Errors[0] with { Field = nameof(request.File) };
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? new Outcome(people.Count, []) : Result<Outcome>.Refuse(saved.Errors);
        }

        private async Task<(IReadOnlyList<PersonalDetails> People, IReadOnlyList<Fault> Faults)> ReadAsync(Stream file, CancellationToken ct)
        {
            var (people, faults) = (new Dictionary<PersonalDetails, int>(), new List<Fault>());
            await foreach (var row in format.ReadAsync(file, ct))
            {
                foreach (var error in row.Errors) faults.Add(new(row.Number, error));
                if (row.Details is { } person && !people.TryAdd(person, row.Number))
                    faults.Add(new(row.Number, new(WebUserErrors.ApplicantTwice) { Arguments = [people[person]] }));
                // A file of another kind is told by its first rows.
                if (faults.Count + people.Count > 10 * WebUser.MostApplicants) break;
            }
            if (faults.Count == 0 && people.Count == 0) faults.Add(new(1, new(ImportErrors.FileEmpty)));
            return ([.. people.Keys], faults);
        }
    }
}
