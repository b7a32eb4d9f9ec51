using System.Text;
using Google.Protobuf;
using KerasNet.Saving;
using KerasNet.TensorFlow.Native;
using KerasNet.TensorFlow.Programs;
using KerasNet.TensorFlow.Protos;
using KerasNet.TensorFlow.Sessions;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>A SavedModel of TensorFlow: functions that run as they were saved, whoever wrote them.</summary>
/// <remarks>
/// Python: <c>tf.saved_model.load</c>. TensorFlow's library runs it; on the managed backend this library's own ops do, where they know all of its ops. A SavedModel is a program: load those only whose origin you trust.
/// <code>
/// using var saved = SavedModel.Load("exported");
/// var outputs = saved.Signatures["serving_default"].Run(new Dictionary&lt;string, Tensor&gt; { ["x"] = x });
/// </code>
/// </remarks>
public sealed class SavedModel : IDisposable
{
    private const string Serve = "serve";
    private readonly IReadOnlyList<IDisposable> _resources;

    private SavedModel(IEnumerable<KeyValuePair<string, SignatureDef>> signatures, Func<string, SignatureDef, ISavedFunction> function, params IReadOnlyList<IDisposable> resources)
    {
        Signatures = signatures.Where(s => !s.Key.StartsWith("__saved_model", StringComparison.Ordinal))
            .ToDictionary(s => s.Key, s => new SavedSignature(s.Key, function(s.Key, s.Value)), StringComparer.Ordinal);
        _resources = resources;
    }

    /// <summary>The functions, by name.</summary>
    public IReadOnlyDictionary<string, SavedSignature> Signatures { get; }

    /// <summary>Loads a SavedModel and fills its variables.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="tag">Which of its graphs.</param>
    /// <exception cref="FileNotFoundException">The folder holds no saved_model.pb.</exception>
    /// <exception cref="DllNotFoundException">TensorFlow's library is not there.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or has no such graph.</exception>
    public static SavedModel Load(string path, string tag = Serve)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        if (!File.Exists(Path.Combine(path, "saved_model.pb")))
        {
            throw new FileNotFoundException($"There is no SavedModel '{Path.GetFullPath(path)}': a folder with a file saved_model.pb is expected.", path);
        }

        return Keras.Backend.Name == "managed" ? Managed(path, tag) : Native(path, tag);
    }

    private static SavedModel Managed(string path, string tag)
    {
        var program = Program.Load(path, tag);
        try
        {
            return new SavedModel(program.Signatures, (name, signature) => new ProgramSignature(name, signature, program), []);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"The SavedModel '{path}' cannot be loaded: {e.Message}", e);
        }
    }

    private static unsafe SavedModel Native(string path, string tag)
    {
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
                var handle = new SessionHandle(session, graph);
                return new SavedModel(MetaGraphDef.Parser.WithDiscardUnknownFields(true).ParseFrom(meta.Bytes).SignatureDef, (_, signature) => new NativeSignature(signature, graph, handle), handle, graph);
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

    /// <summary>Releases TensorFlow's session and graph, or what was compiled.</summary>
    public void Dispose()
    {
        foreach (var signature in Signatures.Values)
        {
            signature.Release();
        }

        foreach (var resource in _resources)
        {
            resource.Dispose();
        }
    }

    /// <summary>One of the functions.</summary>
    internal SavedSignature Signature(string name) => Signatures.TryGetValue(name, out var signature) ? signature
        : throw new ArgumentException($"The SavedModel has no endpoint '{name}'. It has: {string.Join(", ", Signatures.Keys.Order(StringComparer.Ordinal))}.", nameof(name));
}
