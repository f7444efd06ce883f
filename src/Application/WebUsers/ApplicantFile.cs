using System.Runtime.CompilerServices;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.WebUsers;

/// <summary>An applicant as a row of a file, and what is wrong with it.</summary>
/// <param name="Number">Which row, from 1 for the head.</param>
/// <param name="Errors">What has to be mended; empty when nothing has.</param>
/// <param name="Details">The person; null when something has to be mended.</param>
internal sealed record ApplicantRow(int Number, IReadOnlyList<Error> Errors, PersonalDetails? Details);

/// <summary>Applicants as a file: the columns are the fields about an applicant, by their names.</summary>
internal sealed class ApplicantFile(ICsvFormat csv, IPrintableText printable)
{
    /// <summary>The fields that are columns.</summary>
    public static readonly IReadOnlyList<ApplicationField> Fields = [.. ApplicantFields.All.Where(field => !field.IsConfirmation)];

    private static readonly CsvTable Table = new(
        [.. Fields.Select(field => field.FullName)],
        Fields.Where(field => field.For(ApplicationType.WebUser) == Requirement.Required).Select(field => field.FullName).ToHashSet());

    /// <summary>An empty file with its head.</summary>
    public async Task<byte[]> TemplateAsync(CancellationToken ct)
    {
        using var file = new MemoryStream();
        await csv.WriteAsync(file, new[] { (IReadOnlyList<string>)[.. Fields.Select(field => field.FullName)] }.ToAsyncEnumerable(), ct);
        return file.ToArray();
    }

    /// <summary>The rows of a file.</summary>
    public async IAsyncEnumerable<ApplicantRow> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in Table.ReadAsync(csv, file, ct)) yield return row.Errors.Count > 0 ? new(row.Number, row.Errors, null) : Read(row);
    }

    private ApplicantRow Read(CsvRecord row)
    {
        var typed = FieldValues.From(Fields.Select(field => KeyValuePair.Create(field.Key, row.Cells.GetValueOrDefault(field.FullName, ""))));
        var entry = ApplicationEntry.Read(ApplicationType.WebUser, Fields, typed, printable);
        return new(row.Number, entry.Errors, entry.Errors.Count == 0 ? entry.Tidied.ToApplicant() : null);
    }
}
