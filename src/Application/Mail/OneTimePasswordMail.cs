using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Mail;

/// <summary>M16: the six digits of a login, or of the first code of a set-up.</summary>
internal sealed class OneTimePasswordMail(MailQueue queue) : IDomainEventHandler<OneTimePasswordMailed>
{
    public Task<Result> HandleAsync(OneTimePasswordMailed happened, CancellationToken ct)
    {
        queue.Add("M16", happened.MailAddress, "【NEXI】ワンタイムパスワード", $"""
            Webサービスのワンタイムパスワードをお知らせします。

            ■ワンタイムパスワード
            {happened.Code}

            ■有効期限
            {JapanTime.DateAndTime(happened.Until)}まで(1回限り有効です)

            画面の「ワンタイムパスワード」にご入力ください。複数回お送りした場合は、最後に届いたものだけが有効です。

            お心当たりのない場合は、第三者にパスワードを知られているおそれがあります。
            このワンタイムパスワードは誰にも伝えずに、パスワードを変更のうえ、下記のお問い合わせ先までご連絡ください。
            """, happened.SubjectId, happened.OccurredAt, hasSecret: true);
        return Task.FromResult(Result.Done);
    }
}
