using System.Text;
using System.Text.Json.Nodes;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Sends losses and metrics of each epoch to a web server.</summary>
/// <remarks>Python: <c>keras.callbacks.RemoteMonitor</c>. A server that does not answer is a line on the console, no error.</remarks>
/// <param name="root">Address of the server.</param>
/// <param name="path">Path below it.</param>
/// <param name="field">Form field that has the JSON text; not used with <paramref name="sendAsJson"/>.</param>
/// <param name="headers">Further headers.</param>
/// <param name="sendAsJson">Whether the JSON is the body itself.</param>
public sealed class RemoteMonitor(
    string root = "http://localhost:9000", string path = "/publish/epoch/end/", string field = "data", IReadOnlyDictionary<string, string>? headers = null, bool sendAsJson = false) : Callback
{
    private static readonly Lazy<HttpClient> _client = new(() => new HttpClient { Timeout = TimeSpan.FromSeconds(30) });

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        var send = new JsonObject { ["epoch"] = epoch };
        foreach (var name in logs.Keys)
        {
            send[name] = logs.HasElements(name) ? new JsonArray([.. logs.Elements(name).Select(v => (JsonNode?)Number(v))]) : Number(logs[name]);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, root + path)
        {
            Content = sendAsJson ? new StringContent(send.ToJsonString(), Encoding.UTF8, "application/json") : new FormUrlEncodedContent([KeyValuePair.Create(field, send.ToJsonString())]),
        };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var answer = _client.Value.Send(request);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"Could not reach RemoteMonitor root server at {root}");
        }
    }

    /// <summary>JSON has no NaN and no infinity.</summary>
    private static JsonNode? Number(double value) => double.IsFinite(value) ? value : null;
}
