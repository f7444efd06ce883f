using NexiPortal.Application.Common;
using NexiPortal.TestSupport;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web.Tests;

/// <summary>定期処理: what scheduled work did, in plain words.</summary>
public sealed class JobsPageTests
{
    [Fact]
    public async Task EveryJob_RunsAtTheStart_AndThePageSaysWhatItDid()
    {
        await using var portal = await WebProcess.StartAsync();
        using var client = portal.CreateClient();
        await client.SignInStaffAsync("supervisor");

        Page page;
        for (var i = 0; ; i++)
        {
            page = await Page.GetAsync(client, "/backoffice/jobs");
            if (page.Text.Contains("すべての処理は、予定どおりに実行されています。", StringComparison.Ordinal)) break;
            i.ShouldBeLessThan(300, page.Text);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        foreach (var job in ScheduledJob.All) page.Text.ShouldContain(JobWords.Title(job));
    }

    [Fact]
    public async Task WhatFailedOrIsLate_IsSaid()
    {
        await using var portal = WebPortal.Start();
        foreach (var job in ScheduledJob.All) await portal.SendAsync(new RecordJobRun.Command(job.Name, 12, null));
        await portal.SendAsync(new RecordJobRun.Command(ScheduledJob.RemindOfPapers.Name, 0, "TimeoutException"));
        using var client = portal.CreateClient();
        await client.SignInStaffAsync("auditor");
        (await Page.GetAsync(client, "/backoffice/jobs")).Text.ShouldContain("申込書の未着の案内：直前の実行に失敗しました");

        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        await portal.SendAsync(new RecordJobRun.Command(ScheduledJob.SealAuditEntries.Name, 0, null));
        var page = await Page.GetAsync(client, "/backoffice/jobs");

        page.Text.ShouldContain("メールの送信：予定どおりに実行されていません");
        page.Text.ShouldContain("失敗(TimeoutException)");
        page.Text.ShouldContain("12通を送信");
        page.Text.ShouldNotContain("監査証跡の封印：");
    }
}
