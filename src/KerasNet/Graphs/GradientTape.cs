using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Records calls on values, so that gradients can be asked for afterwards. Tapes nest.</summary>
/// <remarks>Python: <c>tf.GradientTape</c>. Trainable variables are watched by themselves, other tensors by <see cref="Watch(Tensor)"/>.</remarks>
public sealed class GradientTape : IDisposable
{
    [ThreadStatic]
    private static GradientTape? _innermost;

    private readonly GradientTape? _outer;
    private readonly Graph? _graph = Graph.Current;
    private readonly bool _persistent;
    private readonly List<Node> _nodes = [];
    private readonly List<CustomRegion> _regions = [];
    private readonly HashSet<Tensor> _live = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
    private bool _recording = true;
    private bool _used;

    /// <summary>Begins to record on this thread.</summary>
    /// <param name="persistent">True when several gradients will be asked for.</param>
    public GradientTape(bool persistent = false)
    {
        _persistent = persistent;
        _outer = _innermost;
        _innermost = this;
    }

    internal static bool IsActive => _innermost is not null;

    /// <summary>Whether a tape was begun in the trace of a graph, on this thread.</summary>
    internal static bool IsOpenedIn(Graph graph)
    {
        for (var tape = _innermost; tape is not null; tape = tape._outer)
        {
            if (tape._graph == graph)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Watches a tensor that is not a trainable variable.</summary>
    public void Watch(Tensor tensor) => _live.Add(tensor);

    /// <summary>Watches a variable that is not trainable.</summary>
    public void Watch(KerasVariable variable) => _live.Add(variable.Handle);

    /// <summary>Gradient of the sum of <paramref name="target"/> by one source; null where it has no influence.</summary>
    public Tensor? Gradient(Tensor target, Tensor source) => Gradient(target, [source])[0];

    /// <summary>Gradient of the sum of <paramref name="target"/> by one variable; null where it has no influence.</summary>
    public Tensor? Gradient(Tensor target, KerasVariable source) => Gradient(target, [source])[0];

    /// <summary>Gradients of the sum of <paramref name="target"/> by variables.</summary>
    public Tensor?[] Gradient(Tensor target, IReadOnlyList<KerasVariable> sources) => Walk(target, [.. sources.Select(v => v.Handle)], null);

    /// <summary>Gradients of the sum of <paramref name="target"/>, weighted by <paramref name="outputGradients"/>, by tensors.</summary>
    /// <exception cref="InvalidOperationException">A tape that is not persistent was asked twice.</exception>
    public Tensor?[] Gradient(Tensor target, IReadOnlyList<Tensor> sources, Tensor? outputGradients = null) => Walk(target, sources, outputGradients);

    /// <summary>Stops recording on this tape until the result is disposed.</summary>
    public IDisposable StopRecording()
    {
        _recording = false;
        return new Resume(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_innermost == this)
        {
            _innermost = _outer;
        }
    }

    internal static void Record(Node node)
    {
        for (var tape = _innermost; tape is not null; tape = tape._outer)
        {
            if (tape._recording)
            {
                tape.Add(node);
            }
        }
    }

    /// <summary>Leaves all tapes until the result is disposed.</summary>
    internal static Pause Suspend()
    {
        var before = _innermost;
        _innermost = null;
        return new Pause(before);
    }

    /// <summary>Position in the innermost tape's record, for a custom gradient.</summary>
    internal static int[] Positions()
    {
        var positions = new List<int>();
        for (var tape = _innermost; tape is not null; tape = tape._outer)
        {
            positions.Add(tape._nodes.Count);
        }

        return [.. positions];
    }

    internal static void RecordRegion(int[] starts, Tensor[] inputs, Tensor[] outputs, Func<Tensor?[], Tensor?[]> backward)
    {
        var i = 0;
        for (var tape = _innermost; tape is not null; tape = tape._outer, i++)
        {
            if (tape._recording && tape._nodes.Count > starts[i])
            {
                tape._regions.Add(new CustomRegion(starts[i], tape._nodes.Count, inputs, outputs, backward));
            }
        }
    }

    private void Add(Node node)
    {
        var live = false;
        foreach (var input in node.Inputs)
        {
            live |= _live.Contains(input) || input.Variable is { Trainable: true };
        }

        if (live)
        {
            _nodes.Add(node);
            foreach (var output in node.Outputs)
            {
                _live.Add(output);
            }
        }
    }

    private Tensor?[] Walk(Tensor target, IReadOnlyList<Tensor> sources, Tensor? seed) => Gradients([target], sources, [seed]);

    /// <summary>Gradients of a weighted sum of several targets.</summary>
    internal Tensor?[] Gradients(IReadOnlyList<Tensor> targets, IReadOnlyList<Tensor> sources, IReadOnlyList<Tensor?> seeds)
    {
        if (_used && !_persistent)
        {
            throw new InvalidOperationException("A tape that is not persistent gives gradients once. Received: a second request. Use new GradientTape(persistent: true).");
        }

        _used = true;

        // While a step is traced, its graph has recorded everything already.
        var gradients = targets.FirstOrDefault(t => t.IsSymbolic)?.Node!.Graph is { } graph
            ? Graphs.Gradients.Of(targets, [.. sources.Select(s => s.Variable is { } v && graph.FirstRead(v) is { } read ? read : s)], [.. graph.Nodes], graph.Regions, seeds)
            : Graphs.Gradients.Of(targets, sources, _nodes.ToArray(), _regions, seeds);
        if (!_persistent)
        {
            _nodes.Clear();
            _regions.Clear();
            _live.Clear();
        }

        return gradients;
    }

    internal readonly ref struct Pause(GradientTape? before)
    {
        public void Dispose() => _innermost = before;
    }

    private sealed class Resume(GradientTape tape) : IDisposable
    {
        public void Dispose() => tape._recording = true;
    }
}
