using MediatR;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>ワンタイムパスワードの設定: what is in use, and what is being set up.</summary>
public static class ShowOneTimePassword
{
    /// <summary>The question.</summary>
    /// <param name="Id">Who is logged in.</param>
    public sealed record Query(Guid Id) : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="InUse">What codes are asked at login; null while none is.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="RecoveryCodesLeft">How many recovery codes are left.</param>
    /// <param name="Pending">What is being set up; null while nothing is.</param>
    /// <param name="App">What an app takes over, while one is being set up.</param>
    /// <param name="MailAddress">Where codes by mail go; null when none do.</param>
    public sealed record View(CodeMethod? InUse, DateTimeOffset? Since, int RecoveryCodesLeft, CodeMethod? Pending, AppKey? App, EmailAddress? MailAddress);

    /// <summary>The key of an app that is being set up.</summary>
    /// <param name="Key">The key, in groups of four, for those who type it.</param>
    /// <param name="Drawing">The same for the app's camera.</param>
    public sealed record AppKey(string Key, QrDrawing Drawing);

    internal sealed class Handler(IEnumerable<IPasswordOwners> modules, OneTimeCodes codes, IAuthenticatorApp app, OperatorProfile nexi) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (owner, _) = await modules.FindAsync(request.Id, cancellationToken);
            var owned = await codes.FindAsync(request.Id, cancellationToken);
            var key = owned is null ? null : codes.PendingKey(owned);
            return new View(
                owned?.InUse?.Method, owned?.InUseSince, owned?.RecoveryCodes.Count ?? 0, owned?.Pending?.Method,
                key is null ? null : new(string.Join(' ', key.Chunk(4).Select(group => new string(group))), app.Draw(key, nexi.Name, owner.Id)),
                owner.MailAddress);
        }
    }
}
