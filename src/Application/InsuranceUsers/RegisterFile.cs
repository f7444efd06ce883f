using System.Runtime.CompilerServices;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>An insurance user as a row of a file, and what is wrong with it.</summary>
/// <param name="Number">Which row, from 1 for the head.</param>
/// <param name="Errors">What has to be mended; empty when nothing has.</param>
internal sealed record RegisterRow(int Number, IReadOnlyList<Error> Errors)
{
    public InsuranceUserCode? Code { get; init; }

    public InsuranceUserCode? HeadOfficeCode { get; init; }

    public RegisteredDetails Details { get; init; } = new();

    public bool IsSuspended { get; init; }
}

/// <summary>The register as a file: the columns are the fields of step 2, by their names. What is written reads back the same.</summary>
internal sealed class RegisterFile(ICsvFormat csv, IPrintableText printable)
{
    private const string State = "利用状態";
    private const string InUse = "利用中";
    private const string Suspended = "停止中";

    // A branch has every field there is; 登記所在地 is one column: the choice, or else the address.
    private static readonly IReadOnlyList<ApplicationField> Fields = RegisteredFields.For(ApplicationType.Branch);

    private static readonly IReadOnlyList<string> Columns = [ApplicationFields.InsuranceUserCode.FullName, .. Fields.Select(ColumnOf).Distinct(), State];

    private static readonly CsvTable Table = new(
        Columns, new HashSet<string>([ApplicationFields.InsuranceUserCode.FullName, .. Fields.Where(field => field.For(ApplicationType.HeadOffice) == Requirement.Required).Select(ColumnOf)]));

    /// <summary>The columns as whoever prepares a file is told them.</summary>
    public static readonly IReadOnlyList<ShowImportColumns.Column> Described =
    [
        Describe(ApplicationFields.InsuranceUserCode) with { HeadOffice = Requirement.Required, Branch = Requirement.Required },
        .. Fields.Where(field => field != ApplicationFields.RegisteredAddress).Select(Describe),
        new(State, Requirement.Optional, Requirement.Optional, $"「{InUse}」または「{Suspended}」(空欄の場合は「{InUse}」)", ""),
    ];

    public Task WriteAsync(Stream file, IAsyncEnumerable<SearchInsuranceUsers.Found> users, CancellationToken ct) => csv.WriteAsync(file, Written(users, ct), ct);

    public async Task<byte[]> TemplateAsync(CancellationToken ct)
    {
        using var file = new MemoryStream();
        await WriteAsync(file, AsyncEnumerable.Empty<SearchInsuranceUsers.Found>(), ct);
        return file.ToArray();
    }

    public async IAsyncEnumerable<RegisterRow> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in Table.ReadAsync(csv, file, ct)) yield return row.Errors.Count > 0 ? new(row.Number, row.Errors) : Read(row);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Written(IAsyncEnumerable<SearchInsuranceUsers.Found> users, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return Columns;
        await foreach (var user in users.WithCancellation(ct))
        {
            var rows = ApplicationEntry.Rows(Fields, user.Details.ToValues(user.HeadOfficeCode));
            yield return [user.Code.Value, .. rows.Select(row => row.Value), user.IsSuspended ? Suspended : InUse];
        }
    }

    private static ShowImportColumns.Column Describe(ApplicationField field) =>
        new(ColumnOf(field), field.For(ApplicationType.HeadOffice), field.For(ApplicationType.Branch), RuleOf(field), field.Example);

    private static string RuleOf(ApplicationField field) => field switch
    {
        { Key: var key } when key == ApplicationFields.RegisteredAddressChoice.Key =>
            $"「{field.Display(ApplicationFields.SameAddress)}」または登記上の所在地({ApplicationFields.RegisteredAddress.Rule.Says})",
        { Rule: ChoiceRule choice } => string.Join("または", choice.Choices.Select(one => $"「{one.Label}」")),
        _ => field.Rule.Says,
    };

    private static string ColumnOf(ApplicationField field) => field == ApplicationFields.RegisteredAddress ? ApplicationFields.RegisteredAddressChoice.FullName : field.FullName;

    private RegisterRow Read(CsvRecord row)
    {
        var cells = row.Cells;
        var typed = FieldValues.From(Fields.Select(field => KeyValuePair.Create(field.Key, Typed(field, cells.GetValueOrDefault(ColumnOf(field), "")))));
        // What only a branch has makes a branch.
        var type = RegisteredFields.TypeOf(Fields.Any(field => field.For(ApplicationType.HeadOffice) == Requirement.NotAsked && typed[field].Length > 0));
        var entry = ApplicationEntry.Read(type, RegisteredFields.For(type), typed, printable);
        var (code, state) = (cells[ApplicationFields.InsuranceUserCode.FullName], Tidying.HalfWidth(cells.GetValueOrDefault(State, "")));
        var errors = entry.Errors.ToList();
        if (InsuranceUserCode.Read(code) is null)
            errors.Insert(0, Error.At(ApplicationFields.InsuranceUserCode.Key, code.Length == 0 ? FieldErrors.Required : FieldErrors.NotInsuranceUserCode));
        if (state is not ("" or InUse or Suspended)) errors.Add(Error.At(State, ImportErrors.StateUnknown));
        return new(row.Number, errors)
        {
            Code = InsuranceUserCode.Read(code),
            HeadOfficeCode = InsuranceUserCode.Read(entry.Tidied[ApplicationFields.HeadOfficeCode]),
            Details = entry.Tidied.ToDetails(),
            IsSuspended = state == Suspended,
        };
    }

    private static string Typed(ApplicationField field, string cell)
    {
        if (field == ApplicationFields.RegisteredAddress) return KeyOf(ApplicationFields.RegisteredAddressChoice, cell) is null ? cell : "";
        if (field.Rule is not ChoiceRule) return cell;
        // Anything that is no choice of 登記所在地 is the address itself.
        return KeyOf(field, cell) ?? (field == ApplicationFields.RegisteredAddressChoice && cell.Length > 0 ? ApplicationFields.OtherAddress : cell);
    }

    private static string? KeyOf(ApplicationField field, string label) => ((ChoiceRule)field.Rule).Choices.FirstOrDefault(choice => choice.Label == label.Trim())?.Key;
}
