using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace NexiPortal.TestSupport;

/// <summary>How the sink behaves in one mail transaction, from MAIL FROM on.</summary>
public enum SmtpBehaviour
{
    /// <summary>Takes the mail.</summary>
    Accept,

    /// <summary>Answers MAIL FROM with 550: the sender is not accepted.</summary>
    RefuseSender,

    /// <summary>Answers RCPT TO with 550: refused for good.</summary>
    RefuseForGood,

    /// <summary>Answers RCPT TO with 451: refused for now.</summary>
    RefuseForNow,

    /// <summary>Answers MAIL FROM with 421 and closes the connection.</summary>
    CloseDown,

    /// <summary>Never answers MAIL FROM; the connection stays open until the client gives up or the sink stops.</summary>
    Hang,

    /// <summary>Reads the whole mail, then drops the connection without an answer: the client cannot know what became of it.</summary>
    DropUnanswered,

    /// <summary>Reads the whole mail, answers 250, then drops the connection.</summary>
    DropAnswered,

    /// <summary>Reads the whole mail, answers 250, then nothing any more; the connection stays open until the client gives up or the sink stops.</summary>
    HangAnswered,
}

/// <summary>A mail as it came over the wire.</summary>
/// <param name="From">Sender of the envelope.</param>
/// <param name="Recipients">Recipients of the envelope.</param>
/// <param name="Raw">Header and body, dots unstuffed.</param>
/// <param name="Answered">Whether the client was told 250.</param>
public sealed record SinkMail(string From, IReadOnlyList<string> Recipients, ReadOnlyMemory<byte> Raw, bool Answered)
{
    private readonly Lazy<MimeMessage> _message = new(() => MimeMessage.Load(new MemoryStream(Raw.ToArray())));

    /// <summary>The decoded text.</summary>
    public string Text => _message.Value.TextBody ?? "";

    /// <summary>A header's decoded value; null when there is none.</summary>
    public string? Header(string name) => _message.Value.Headers[name];
}

/// <summary>
/// A small real SMTP server on 127.0.0.1 that keeps what it is sent and misbehaves on demand.
/// It can be started late on a port chosen before, for a mail server that is down first.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SmtpBehaviour> _next = new();
    private readonly ConcurrentQueue<SinkMail> _received = new();
    private readonly Channel<SinkMail> _arrivals = Channel.CreateUnbounded<SinkMail>();
    private readonly ConcurrentDictionary<Guid, Task> _sessions = new();
    private readonly Task _accepting;
    private readonly ConcurrentDictionary<string, bool> _refused = new();
    private int _attempts;
    private volatile SmtpBehaviour _otherwise = SmtpBehaviour.Accept;

    private SmtpSink(int port)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Every mail read to its end so far, also those dropped without an answer.</summary>
    public IReadOnlyList<SinkMail> Received => [.. _received];

    /// <summary>How many mail transactions (MAIL FROM) were begun, however they ended.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Starts listening; port 0 takes any free one.</summary>
    public static SmtpSink Start(int port = 0) => new(port);

    /// <summary>Behaves so in the next transactions, one each; then as <see cref="Otherwise"/> says.</summary>
    public SmtpSink Next(params SmtpBehaviour[] behaviours)
    {
        foreach (var behaviour in behaviours) _next.Enqueue(behaviour);
        return this;
    }

    /// <summary>Behaves so whenever nothing else was asked for.</summary>
    public SmtpSink Otherwise(SmtpBehaviour behaviour)
    {
        _otherwise = behaviour;
        return this;
    }

    /// <summary>Answers 451 whenever a mail is for this recipient, whatever else was asked for.</summary>
    public SmtpSink NeverFor(string recipient)
    {
        _refused[recipient] = true;
        return this;
    }

    /// <summary>The oldest mail not yet taken by this method; waits for it.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public async Task<SinkMail> NextAsync(TimeSpan timeout)
    {
        using var patience = new CancellationTokenSource(timeout);
        try
        {
            return await _arrivals.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No mail came within {timeout.TotalSeconds:0.#} s ({Attempts} transactions were begun, {_received.Count} mails received).");
        }
    }

    /// <summary>Stops listening and drops every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_sessions.Values);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var id = Guid.NewGuid();
                _sessions[id] = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                // Latin-1 keeps every byte as one character.
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
                await ConverseAsync(reader, writer);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client went away, or the sink was stopped.
            }
        }
    }

    private async Task ConverseAsync(StreamReader reader, StreamWriter writer)
    {
        var from = "";
        var recipients = new List<string>();
        var behaviour = SmtpBehaviour.Accept;
        await SayAsync("220 sink.test ESMTP");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync("250-sink.test");
                    await SayAsync("250-8BITMIME");
                    await SayAsync("250 SIZE 10485760");
                    break;
                case "HELO" or "NOOP":
                    await SayAsync("250 OK");
                    break;
                case "RSET":
                    recipients.Clear();
                    await SayAsync("250 OK");
                    break;
                case "MAIL":
                    Interlocked.Increment(ref _attempts);
                    behaviour = _next.TryDequeue(out var asked) ? asked : _otherwise;
                    from = Path(line);
                    recipients.Clear();
                    if (behaviour == SmtpBehaviour.Hang) await Task.Delay(Timeout.Infinite, _stop.Token);
                    if (behaviour == SmtpBehaviour.CloseDown)
                    {
                        await SayAsync("421 Closing down");
                        return;
                    }
                    await SayAsync(behaviour == SmtpBehaviour.RefuseSender ? "550 Not you" : "250 OK");
                    break;
                case "RCPT" when behaviour == SmtpBehaviour.RefuseForGood:
                    await SayAsync("550 No such mailbox");
                    break;
                case "RCPT" when behaviour == SmtpBehaviour.RefuseForNow || _refused.ContainsKey(Path(line)):
                    await SayAsync("451 Try again later");
                    break;
                case "RCPT":
                    recipients.Add(Path(line));
                    await SayAsync("250 OK");
                    break;
                case "DATA" when recipients.Count == 0:
                    await SayAsync("503 No recipients");
                    break;
                case "DATA":
                    await SayAsync("354 Go on");
                    var raw = await ReadMailAsync(reader);
                    var answered = behaviour != SmtpBehaviour.DropUnanswered;
                    Keep(new(from, [.. recipients], raw, answered));
                    if (answered) await SayAsync("250 Taken");
                    if (behaviour == SmtpBehaviour.HangAnswered) await Task.Delay(Timeout.Infinite, _stop.Token);
                    if (behaviour is SmtpBehaviour.DropAnswered or SmtpBehaviour.DropUnanswered) return;
                    recipients.Clear();
                    break;
                case "QUIT":
                    await SayAsync("221 Bye");
                    return;
                default:
                    await SayAsync("502 Not known");
                    break;
            }
        }

        Task SayAsync(string answer) => writer.WriteLineAsync(answer.AsMemory(), _stop.Token);
    }

    private void Keep(SinkMail mail)
    {
        _received.Enqueue(mail);
        _arrivals.Writer.TryWrite(mail);
    }

    private async Task<byte[]> ReadMailAsync(StreamReader reader)
    {
        var raw = new StringBuilder();
        while (true)
        {
            var line = await reader.ReadLineAsync(_stop.Token) ?? throw new IOException("The client broke off inside a mail.");
            if (line == ".") return Encoding.Latin1.GetBytes(raw.ToString());
            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
    }

    // MAIL FROM:<a@example.jp> SIZE=123
    private static string Path(string line)
    {
        var open = line.IndexOf('<', StringComparison.Ordinal);
        var close = line.LastIndexOf('>');
        return open >= 0 && close > open ? line[(open + 1)..close] : "";
    }
}
