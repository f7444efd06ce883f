using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.WebUsers;

/// <summary>登録内容の変更: what is registered of the Web user logged in, in the fields that the person may correct.</summary>
public static class ShowOwnDetails
{
    /// <summary>The question.</summary>
    /// <param name="Id">The Web user logged in.</param>
    public sealed record Query(Guid Id) : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Version">Version of the Web user.</param>
    /// <param name="Name">氏名, which the person does not change.</param>
    /// <param name="Fields">The fields, in the order of the form.</param>
    /// <param name="Values">What stands in them.</param>
    public sealed record View(WebUserId UserId, int Version, string Name, IReadOnlyList<ApplicationField> Fields, FieldValues Values);

    internal sealed class Handler(IWebUsersDb db) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var user = await db.WebUsers.AsNoTracking().SingleAsync(u => u.Id == request.Id, cancellationToken);
            return new View(user.UserId, user.Version, user.Details.Name, OwnDetails.FieldsFor(user.Role), OwnDetails.ValuesFor(user.Role, user.Details));
        }
    }
}
