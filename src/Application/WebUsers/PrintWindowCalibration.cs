using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>The calibration sheet of the letters: its rulers read as the very settings that bring the address into the window.</summary>
public static class PrintWindowCalibration
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<byte[]>>;

    internal sealed class Handler(IWindowCalibrationRenderer renderer, LetterPlacement placement, OperatorProfile nexi, TimeProvider clock) : IRequestHandler<Query, Result<byte[]>>
    {
        public Task<Result<byte[]>> Handle(Query request, CancellationToken cancellationToken) =>
            Task.FromResult<Result<byte[]>>(renderer.Render(Word(placement, nexi.Name, clock.Now())));
    }

    private static WindowCalibration Word(LetterPlacement placement, string operatorName, DateTimeOffset now) => new()
    {
        Title = "窓付き封筒(長形3号)の位置合わせシート",
        AcrossLabel = "右へ(mm)",
        DownLabel = "下へ(mm)",
        Settings =
        [
            new("OffsetRight", $"右へ {placement.OffsetRight:0.#} mm"),
            new("OffsetDown", $"下へ {placement.OffsetDown:0.#} mm"),
        ],
        Steps = new("位置の合わせ方",
        [
            "倍率100%(実際のサイズ)で片面に印刷し、下の線の長さが100 mmであることを確かめてください。",
            "左右の端にある折り目の印に合わせて、上の折り目を山折り、下の折り目を谷折りにし、横から見てZの形になるように三つ折りにしてください。",
            "目盛りの面を窓に向けて封筒に入れ、窓を左上にして、用紙を封筒の左上の角に寄せてください。",
            "窓の左端に見える横の目盛りの数字を設定 OffsetRight に、窓の上端に見える縦の目盛りの数字を設定 OffsetDown に入れてください。マイナスの数字は、そのままマイナスの数として入れてください。",
            "設定を変更した後、このシートをもう一度印刷し、太い枠が窓の縁に重なることを確かめてください。点線の枠の中は、用紙が封筒の中で動いても、常に窓から見えます。",
        ]),
        ScaleLabel = "100 mm",
        OperatorName = operatorName,
        CreatedAt = now,
    };
}
