namespace KerasNet.TensorFlow.Native;

/// <summary>A <c>TF_Session</c>. It keeps its graph alive, and goes in TensorFlow's order: close, delete the session, then the graph.</summary>
internal sealed unsafe class SessionHandle : NativeHandle
{
    private const long TrimAbove = 8L << 20;
    private static long _released;
    private readonly GraphHandle _graph;
    private readonly bool _keepsGraph;
    private long _announced;

    /// <remarks><c>config</c>: A serialized <c>ConfigProto</c>; empty for TensorFlow's defaults.</remarks>
    public SessionHandle(GraphHandle graph, ReadOnlySpan<byte> config)
        : this(Create(graph, config), graph)
    {
    }

    /// <summary>Owns a session that TensorFlow made over <paramref name="graph"/> (a SavedModel).</summary>
    public SessionHandle(nint session, GraphHandle graph)
        : base(session)
    {
        _graph = graph;
        graph.DangerousAddRef(ref _keepsGraph);
    }

    /// <summary>Tells the garbage collector how much native memory hangs on this object: it sees only a few bytes otherwise.</summary>
    public void Announce(long bytes)
    {
        if (bytes > 0)
        {
            Interlocked.Add(ref _announced, bytes);
            GC.AddMemoryPressure(bytes);
        }
    }

    protected override void Release(nint pointer)
    {
        using var status = new StatusHandle();
        NativeMethods.TF_CloseSession(pointer, status.Pointer);
        NativeMethods.TF_DeleteSession(pointer, status.Pointer);
        if (_keepsGraph)
        {
            _graph.DangerousRelease();
        }

        if (_announced > 0)
        {
            GC.RemoveMemoryPressure(_announced);
        }

        if (Interlocked.Add(ref _released, _announced) > TrimAbove)
        {
            Interlocked.Exchange(ref _released, 0);
            LibC.Trim();
        }
    }

    private static nint Create(GraphHandle graph, ReadOnlySpan<byte> config)
    {
        using var status = new StatusHandle();
        var options = NativeMethods.TF_NewSessionOptions();
        try
        {
            fixed (byte* p = config)
            {
                NativeMethods.TF_SetConfig(options, p, (nuint)config.Length, status.Pointer);
            }

            status.ThrowIfFailed("session options");
            var session = NativeMethods.TF_NewSession(graph.Pointer, options, status.Pointer);
            status.ThrowIfFailed("new session");
            return session;
        }
        finally
        {
            NativeMethods.TF_DeleteSessionOptions(options);
        }
    }
}
