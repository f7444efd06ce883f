using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NexiPortal.TestSupport;

/// <summary>nginx with the sample of docs/deploy, as an operator would set it up: only names, ports and the certificate are a test's own.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("nexiportal-nginx-");
    private readonly Process _process;

    private Nginx(string program, int port, IReadOnlyList<Uri> nodes)
    {
        Address = new($"https://127.0.0.1:{port}/");
        MakeCertificate();
        var site = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "deploy", "nginx.conf"))
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{WebProcess.FreePort()};", StringComparison.Ordinal)
            .Replace("    listen [::]:443 ssl;\n", "", StringComparison.Ordinal).Replace("    listen [::]:80;\n", "", StringComparison.Ordinal)
            .Replace("portal.example.jp", "127.0.0.1", StringComparison.Ordinal)
            .Replace("/etc/ssl/nexiportal/", $"{_directory.FullName}/", StringComparison.Ordinal);
        foreach (var (i, node) in nodes.Index()) site = site.Replace($"server 127.0.0.1:{5080 + i} ", $"server {node.Authority} ", StringComparison.Ordinal);
        File.WriteAllText(FileOf("site.conf"), site);
        File.WriteAllText(FileOf("nginx.conf"), $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            daemon off;
            pid {{FileOf("pid")}};
            error_log {{FileOf("error.log")}};
            events {}
            http {
                client_body_temp_path {{FileOf("body")}}; proxy_temp_path {{FileOf("proxy")}};
                fastcgi_temp_path {{FileOf("fastcgi")}}; uwsgi_temp_path {{FileOf("uwsgi")}}; scgi_temp_path {{FileOf("scgi")}};
                include {{FileOf("site.conf")}};
            }
            """);
        _process = Process.Start(new ProcessStartInfo(program, ["-p", _directory.FullName, "-c", FileOf("nginx.conf"), "-e", FileOf("error.log")]))!;
    }

    /// <summary>Where people reach the portal.</summary>
    public Uri Address { get; }

    /// <summary>What it complained of.</summary>
    public string Complaints => File.ReadAllText(FileOf("error.log"));

    /// <summary>Starts it before two nodes; without nginx the test is skipped, or fails where everything is required.</summary>
    public static async Task<Nginx> StartAsync(int port, IReadOnlyList<Uri> nodes)
    {
        var nginx = new Nginx(Requirements.Nginx.Demand(), port, nodes);
        for (var i = 0; ; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return nginx;
            }
            catch (SocketException) when (i < 200 && !nginx._process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>A client like a browser, which trusts the test's certificate.</summary>
    public HttpClient CreateClient() => CookieJar.CreateClient(Address);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _directory.Delete(recursive: true);
    }

    private string FileOf(string name) => Path.Combine(_directory.FullName, name);

    private void MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(FileOf("fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(FileOf("privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
