namespace NexiPortal.Web.Tests;

/// <summary>What comes compressed, and what may not: a page that may repeat words of its address would tell by its length what else stands on it.</summary>
public sealed class CompressionTests(LivelyPortal lively) : IClassFixture<LivelyPortal>
{
    [Theory]
    [InlineData("nobody", "/registration/mail-address")]
    [InlineData("nobody", "/site.css?v=1")]
    [InlineData("registrant", "/registration/details")]
    [InlineData("clerk", "/backoffice/cases")]
    [InlineData("clerk", "/backoffice/cases?state=Completed&p=2")]
    public async Task AnAddressOfWordsOfOurOwn_IsAnsweredCompressed(string visitor, string address) => (await EncodingAsync(visitor, address)).ShouldBe(["br"]);

    [Theory]
    [InlineData("clerk", "/backoffice/cases?search=yamada")]
    [InlineData("clerk", "/backoffice/cases?state=Completed&search=yamada")]
    [InlineData("clerk", "/backoffice/insurance-users?Search=yamada")]
    [InlineData("supervisor", "/backoffice/audit?by=yamada")]
    [InlineData("nobody", "/registration/mail-address?unknown=yamada")]
    public async Task AnAddressThatMayBeRepeated_IsAnsweredAsItIs(string visitor, string address) => (await EncodingAsync(visitor, address)).ShouldBeEmpty();

    private async Task<IEnumerable<string>> EncodingAsync(string visitor, string address)
    {
        using var client = await lively.EnterAsync(visitor);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return answer.Content.Headers.ContentEncoding;
    }
}
