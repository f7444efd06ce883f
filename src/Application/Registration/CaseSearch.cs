using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>
/// The search of the work queue. What was typed is spelt as the keys are and looked for at their beginnings, so that every look-up is a range of an index,
/// however many cases there are.
/// </summary>
internal static class CaseSearch
{
    // No key holds this character, the last there is, so it ends the range of everything that begins alike.
    private const string Last = "\U0010FFFF";

    /// <summary>The cases found, once for each way to read what was typed: as 受付番号, 保険利用者コード, telephone, name, kana or mail address.</summary>
    public static IEnumerable<IQueryable<RegistrationApplication>> Matching(this IQueryable<RegistrationApplication> cases, string typed)
    {
        typed = typed.Replace("\0", "", StringComparison.Ordinal); // PostgreSQL does not even take it in a question.
        var number = ApplicationNumber.Read(typed);
        yield return cases.Where(a => a.Number == number);
        if (Tidying.DigitGroups(typed).All(c => char.IsAsciiDigit(c) || c == '-') && Likeness.OfTelephone(typed) is { Length: > 0 } digits)
        {
            yield return cases.Starting(a => a.Keys.Code, digits);
            yield return cases.Starting(a => a.Keys.Telephone, digits);
            yield return cases.Starting(a => a.Keys.AdministratorTelephone, digits);
        }
        if (Likeness.OfName(typed) is { Length: > 0 } name) yield return cases.Starting(a => a.Keys.Name, name);
        if (Likeness.OfKana(typed) is { Length: > 0 } kana) yield return cases.Starting(a => a.Keys.Kana, kana);
        if (SearchKeys.OfMail(typed) is { Length: > 0 } mail && mail.All(char.IsAscii))
        {
            yield return cases.Starting(a => a.Keys.AdministratorMail, mail);
            yield return cases.Starting(a => a.Keys.ContactMail, mail);
        }
    }

    private static IQueryable<RegistrationApplication> Starting(this IQueryable<RegistrationApplication> cases, Expression<Func<RegistrationApplication, string>> key, string start)
    {
        var end = start + Last;
        Expression<Func<string, bool>> isInRange = value => value.CompareTo(start) >= 0 && value.CompareTo(end) < 0;
        var ofKey = ReplacingExpressionVisitor.Replace(isInRange.Parameters[0], key.Body, isInRange.Body);
        return cases.Where(Expression.Lambda<Func<RegistrationApplication, bool>>(ofKey, key.Parameters));
    }
}
