using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Registration;

/// <summary>⑫ PDF版はこちら: the terms in force as PDF, from the same text the page shows.</summary>
public static class PrintTerms
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<byte[]>>;

    internal sealed class Handler(ITermsRenderer renderer, OperatorTexts texts, OperatorProfile nexi) : IRequestHandler<Query, Result<byte[]>>
    {
        public Task<Result<byte[]>> Handle(Query request, CancellationToken cancellationToken) =>
            Task.FromResult<Result<byte[]>>(renderer.Render(texts.Terms, nexi.Name));
    }
}
