namespace NexiPortal.Domain.Common;

/// <summary>Where letters to an insurance user go: what is registered as its 所在地.</summary>
/// <param name="PostalCode">郵便番号, NNN-NNNN.</param>
/// <param name="Address">所在地.</param>
/// <param name="Company">保険利用者名(漢字).</param>
/// <param name="Unit">支店・部門・事業所名(漢字); empty for a head office.</param>
public sealed record LetterAddress(string PostalCode, string Address, string Company, string Unit);
