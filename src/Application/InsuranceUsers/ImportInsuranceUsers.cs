using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>
/// Supervisors take over the insurance users registered before the Web service from a file. The whole file is checked before anything is written,
/// and written as one transaction (docs/adr/0005): all of it or nothing.
/// </summary>
public static class ImportInsuranceUsers
{
    /// <summary>Most faults told at once; the others are counted.</summary>
    public const int MostFaults = 100;

    private const int Round = 1000;

    // What concerns the file as a whole, and stands at none of its rows.
    private static readonly string[] OfTheFile = [ImportErrors.FileUnreadable, ImportErrors.FileEmpty, ImportErrors.FileImportedAlready];

    /// <summary>The request.</summary>
    /// <param name="File">The file (CSV); it is read more than once.</param>
    public sealed record Command(Stream File) : IRequest<Result<Outcome>>;

    /// <summary>How it ended.</summary>
    /// <param name="Imported">How many were imported; none when there are faults.</param>
    /// <param name="Faults">What has to be mended, in the file's order: the first ones.</param>
    /// <param name="FaultCount">How many faults there are in all.</param>
    public sealed record Outcome(int Imported, IReadOnlyList<Fault> Faults, int FaultCount);

    /// <summary>Something to be mended.</summary>
    /// <param name="Row">In which row, from 1 for the head.</param>
    /// <param name="Error">What, and in which column.</param>
    public sealed record Fault(int Row, Error Error);

    internal sealed class Handler(IInsuranceUsersDb db, RegisterFile register, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<Outcome>>
    {
        public async Task<Result<Outcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var check = new Check();
            await foreach (var row in register.ReadAsync(request.File, cancellationToken)) check.Take(row);
            foreach (var codes in check.Codes.Chunk(Round)) check.TakeRegistered(await RegisteredAsync(codes, cancellationToken));
            check.Conclude();
            if (check.Faults is [{ Error: var only }] && OfTheFile.Contains(only.Code)) return only with { Field = nameof(request.File) };
            return check.FaultCount > 0 ? new Outcome(0, check.Faults, check.FaultCount) : await WriteAsync(request.File, cancellationToken);
        }

        private async Task<IReadOnlyList<(InsuranceUserCode Code, bool IsBranch)>> RegisteredAsync(InsuranceUserCode[] codes, CancellationToken ct) =>
            [.. (await db.InsuranceUsers.Where(u => codes.Contains(u.Code)).Select(u => new { u.Code, IsBranch = u.HeadOfficeCode != null }).ToListAsync(ct)).Select(u => (u.Code, u.IsBranch))];

        private async Task<Result<Outcome>> WriteAsync(Stream file, CancellationToken ct)
        {
            var (imported, by, now) = (0, new Actor(actor.Name), clock.Now());
            await foreach (var row in register.ReadAsync(file, ct))
            {
                db.InsuranceUsers.Add(InsuranceUser.Import(row.Code!, row.HeadOfficeCode, row.Details, row.IsSuspended, by, now));
                if (++imported % Round == 0 && await db.WriteAsync(ct) is { Succeeded: false } refused) return Result<Outcome>.Refuse(refused.Errors);
            }
            var saved = await db.SaveAsync(ct);
            return saved.Succeeded ? new Outcome(imported, [], 0) : Result<Outcome>.Refuse(saved.Errors);
        }
    }

    /// <summary>What is known of the file once it was read: nothing of its rows but their codes.</summary>
    private sealed class Check
    {
        private readonly Dictionary<InsuranceUserCode, (int Row, bool IsBranch)> _rows = [];
        private readonly List<(int Row, InsuranceUserCode HeadOffice)> _branches = [];
        private readonly Dictionary<InsuranceUserCode, bool> _registered = [];
        private readonly List<Fault> _faults = [];

        public int FaultCount { get; private set; }

        public IReadOnlyList<Fault> Faults => [.. _faults.OrderBy(fault => fault.Row).Take(MostFaults)];

        /// <summary>Every code the file names, its own and those of head offices.</summary>
        public IEnumerable<InsuranceUserCode> Codes => _rows.Keys.Union(_branches.Select(branch => branch.HeadOffice));

        public void Take(RegisterRow row)
        {
            foreach (var error in row.Errors) Add(row.Number, error);
            if (row.Code is null) return;
            if (!_rows.TryAdd(row.Code, (row.Number, row.HeadOfficeCode is not null)))
                Add(row.Number, Error.At(ApplicationFields.InsuranceUserCode.Key, ImportErrors.CodeTwice, _rows[row.Code].Row));
            if (row.HeadOfficeCode is { } headOffice) _branches.Add((row.Number, headOffice));
        }

        public void TakeRegistered(IEnumerable<(InsuranceUserCode Code, bool IsBranch)> registered)
        {
            foreach (var (code, isBranch) in registered) _registered.Add(code, isBranch);
        }

        public void Conclude()
        {
            if (FaultCount == 0 && _rows.Count == 0) Add(1, new(ImportErrors.FileEmpty));
            var taken = _registered.Keys.Where(_rows.ContainsKey).ToList();
            // Told in one sentence: a list of all its rows would hide what happened.
            if (FaultCount == 0 && taken.Count == _rows.Count)
            {
                Add(1, new(ImportErrors.FileImportedAlready) { Arguments = [$"{taken.Count:N0}"] });
                return;
            }
            foreach (var code in taken) Add(_rows[code].Row, Error.At(ApplicationFields.InsuranceUserCode.Key, ImportErrors.CodeTaken));
            foreach (var (row, headOffice) in _branches)
            {
                if (IsBranch(headOffice) is not { } isBranch) Add(row, Error.At(ApplicationFields.HeadOfficeCode.Key, InsuranceUserErrors.HeadOfficeUnknown));
                else if (isBranch) Add(row, Error.At(ApplicationFields.HeadOfficeCode.Key, InsuranceUserErrors.HeadOfficeIsBranch));
            }
        }

        private bool? IsBranch(InsuranceUserCode code) =>
            _rows.TryGetValue(code, out var row) ? row.IsBranch : _registered.TryGetValue(code, out var isBranch) ? isBranch : null;

        // In the file's order as they come, so that the first ones are kept.
        private void Add(int row, Error error)
        {
            FaultCount++;
            if (_faults.Count < MostFaults) _faults.Add(new(row, error));
        }
    }
}
