namespace NexiPortal.Domain.Common;

/// <summary>Who a Web user is, as entered: 所属名 and 役職名 (one of the two may be empty), 氏名, 電話番号, メールアドレス.</summary>
/// <param name="Department">所属名.</param>
/// <param name="JobTitle">役職名.</param>
/// <param name="Name">氏名.</param>
/// <param name="Telephone">電話番号.</param>
/// <param name="MailAddress">メールアドレス.</param>
public sealed record PersonalDetails(string Department, string JobTitle, string Name, string Telephone, EmailAddress MailAddress);
