using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using KerasNet.Datasets;
using NumSharp;

namespace KerasNet.Tests.Datasets;

public sealed class MnistTests
{
    private static readonly byte[] s_small = File.ReadAllBytes(Golden.PathOf("numpy/packed.npz"));
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("kerasnet-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void TheCarriedDigitsAreReal()
    {
        using var output = new StringWriter();
        var ((xTrain, yTrain), (xTest, yTest)) = Mnist.LoadData(Source("https://localhost/"), _folder, mayDownload: false, output);
        Assert.That(xTrain.shape, Is.EqualTo(new long[] { 8000, 28, 28 }));
        Assert.That(yTrain.shape, Is.EqualTo(new long[] { 8000 }));
        Assert.That(xTest.shape, Is.EqualTo(new long[] { 2000, 28, 28 }));
        Assert.That(yTest.shape, Is.EqualTo(new long[] { 2000 }));
        Assert.That(xTrain.dtype, Is.EqualTo(typeof(byte)));
        Assert.That(yTrain.ToArray<byte>().Take(5), Is.EqualTo(new byte[] { 3, 8, 1, 0, 4 }));
        Assert.That(xTrain.ToArray<byte>().Take(784).Sum(pixel => pixel), Is.EqualTo(15849));
        Assert.That(xTest[0].ToArray<byte>().Max(), Is.GreaterThan(200));
        Assert.That(output.ToString(), Is.EqualTo(
            $"MNIST: 8,000 + 2,000 real digits carried by KerasNet (KERASNET_OFFLINE is set; all 70,000 need {Path.Combine(_folder, "mnist.npz")}){Environment.NewLine}"));
    }

    [Test]
    public void TheCacheIsUsedWithoutNetwork()
    {
        File.WriteAllBytes(Path.Combine(_folder, "mnist.npz"), s_small);
        Assert.That(Source("http://localhost:1/").Find(_folder, mayDownload: true, TextWriter.Null, out string? problem), Is.EqualTo(Path.Combine(_folder, "mnist.npz")));
        Assert.That(problem, Is.Null);
    }

    [Test]
    public void AFileIsDownloadedOnceAndChecked()
    {
        using var server = new Server(s_small);
        using var output = new StringWriter();
        string folder = Path.Combine(_folder, "new", "datasets");
        File.WriteAllText(Path.Combine(_folder, "mnist.npz"), "damaged");
        foreach (string target in new[] { folder, folder, _folder })
        {
            string? path = Source(server.Url).Find(target, mayDownload: true, output, out string? problem);
            Assert.That(problem, Is.Null);
            Assert.That(File.ReadAllBytes(path!), Is.EqualTo(s_small));
            Assert.That(Directory.GetFiles(target), Is.EqualTo(new[] { path }));
        }

        Assert.That(output.ToString().Split("Downloading data from").Length - 1, Is.EqualTo(2));
    }

    [Test]
    public void AWrongChecksumIsNotKept()
    {
        using var server = new Server([.. s_small, 0]);
        Assert.That(Source(server.Url).Find(_folder, mayDownload: true, TextWriter.Null, out string? problem), Is.Null);
        Assert.That(problem, Does.Contain("SHA-256"));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [Test]
    public void WithoutServerTheReasonIsSaid()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        File.WriteAllText(Path.Combine(_folder, "mnist.npz"), "damaged");
        Assert.That(Source($"http://127.0.0.1:{port}/").Find(_folder, mayDownload: true, TextWriter.Null, out string? problem), Is.Null);
        Assert.That(problem, Does.Contain("has another SHA-256; no network: "));
    }

    private static DatasetFile Source(string url) => new("mnist.npz", url, Convert.ToHexStringLower(SHA256.HashData(s_small)));

    /// <summary>Answers every request with the same bytes.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Server(byte[] content)
        {
            _listener.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/mnist.npz";
            _ = Task.Run(async () =>
            {
                while (true)
                {
                    using TcpClient client = await _listener.AcceptTcpClientAsync();
                    NetworkStream stream = client.GetStream();
                    _ = await stream.ReadAsync(new byte[4096]);
                    await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n"));
                    await stream.WriteAsync(content);
                }
            });
        }

        public string Url { get; }

        public void Dispose() => _listener.Dispose();
    }
}
