using System.Text;
using Google.Protobuf;
using KerasNet.TensorFlow.Native;
using KerasNet.TensorFlow.Protos;
using KerasNet.TensorFlow.Sessions;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>A SavedModel of TensorFlow: functions that run as they were saved, whoever wrote them.</summary>
/// <remarks>
/// Python: <c>tf.saved_model.load</c>. TensorFlow's library runs it, whatever backend is chosen. A SavedModel is a program: load those only whose origin you trust.
/// <code>
/// using var saved = SavedModel.Load("exported");
/// var outputs = saved.Signatures["serving_default"].Run(new Dictionary&lt;string, Tensor&gt; { ["x"] = x });
/// </code>
/// </remarks>
public sealed class SavedModel : IDisposable
{
    private const string Serve = "serve";
    private readonly GraphHandle _graph;
    private readonly SessionHandle _session;

    private SavedModel(GraphHandle graph, SessionHandle session, MetaGraphDef meta)
    {
        (_graph, _session) = (graph, session);
        Signatures = meta.SignatureDef.Where(s => !s.Key.StartsWith("__saved_model", StringComparison.Ordinal))
            .ToDictionary(s => s.Key, s => new SavedSignature(s.Key, s.Value, graph, session), StringComparer.Ordinal);
    }

    /// <summary>The functions, by name.</summary>
    public IReadOnlyDictionary<string, SavedSignature> Signatures { get; }

    /// <summary>Loads a SavedModel and fills its variables.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="tag">Which of its graphs.</param>
    /// <exception cref="FileNotFoundException">The folder holds no saved_model.pb.</exception>
    /// <exception cref="DllNotFoundException">TensorFlow's library is not there.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or has no such graph.</exception>
    public static unsafe SavedModel Load(string path, string tag = Serve)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        if (!File.Exists(Path.Combine(path, "saved_model.pb")))
        {
            throw new FileNotFoundException($"There is no SavedModel '{Path.GetFullPath(path)}': a folder with a file saved_model.pb is expected.", path);
        }

        TensorFlowLibrary.Load();
        using var status = new StatusHandle();
        using var meta = new BufferHandle();
        var graph = new GraphHandle();
        var options = NativeMethods.TF_NewSessionOptions();
        try
        {
            var config = SessionConfig.ForSessions;
            fixed (byte* bytes = config, tags = Encoding.UTF8.GetBytes(tag + "\0"))
            {
                NativeMethods.TF_SetConfig(options, bytes, (nuint)config.Length, status.Pointer);
                var first = tags;
                var session = NativeMethods.TF_LoadSessionFromSavedModel(options, 0, path, &first, 1, graph.Pointer, meta.Pointer, status.Pointer);
                status.ThrowIfFailed($"SavedModel '{path}'");
                return new SavedModel(graph, new SessionHandle(session, graph), MetaGraphDef.Parser.WithDiscardUnknownFields(true).ParseFrom(meta.Bytes));
            }
        }
        catch (Exception e) when (e is TensorFlowException or InvalidProtocolBufferException)
        {
            graph.Dispose();
            throw new InvalidDataException($"The SavedModel '{path}' cannot be loaded: {e.Message}", e);
        }
        finally
        {
            NativeMethods.TF_DeleteSessionOptions(options);
        }
    }

    /// <summary>Releases TensorFlow's session and graph.</summary>
    public void Dispose()
    {
        _session.Dispose();
        _graph.Dispose();
    }

    /// <summary>One of the functions.</summary>
    internal SavedSignature Signature(string name) => Signatures.TryGetValue(name, out var signature) ? signature
        : throw new ArgumentException($"The SavedModel has no endpoint '{name}'. It has: {string.Join(", ", Signatures.Keys.Order(StringComparer.Ordinal))}.", nameof(name));
}
