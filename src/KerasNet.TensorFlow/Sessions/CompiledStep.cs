using System.Diagnostics;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>An executable inside one session group: what is fed, fetched and run.</summary>
internal sealed unsafe class CompiledStep
{
    private const long BiggestConstant = 64 * 1024;

    private readonly Tensor[] _inputs;
    private readonly Feed[] _feedPlan;
    private readonly Delivery[] _outputs;
    private readonly TF_Output[] _feeds;
    private readonly TF_Output[] _fetches;
    private readonly nint _target;
    private readonly ThreadChoice _threads = new();
    private readonly RunStates _states;

    private CompiledStep(SessionGroup group, Tensor[] inputs, Feed[] feedPlan, TF_Output[] feeds, Delivery[] outputs, TF_Output[] fetches, nint target)
    {
        (Group, _inputs, _feedPlan, _feeds, _outputs, _fetches, _target) = (group, inputs, feedPlan, feeds, outputs, fetches, target);
        _states = new RunStates(feeds.Length, fetches.Length);
    }

    /// <summary>Runs of sessions since the process began, reads and writes of variables not counted: tests prove by it who computed.</summary>
    public static long Runs => Interlocked.Read(ref _runs);

    private static long _runs;

    public SessionGroup Group { get; }

    /// <summary>Nodes that it added to the group.</summary>
    public int NodeCount { get; private init; }

    /// <summary>Chooses, by time, the thread that runs the ops.</summary>
    public ThreadChoice Threads => _threads;

    /// <summary>Writes an executable's nodes into a group. Within a change of the group.</summary>
    public static CompiledStep Emit(TensorFlowExecutable executable, SessionGroup group)
    {
        var emitter = new GraphEmitter(group.Graph, group.Names, v => group.Slot(v).Handle)
        {
            IsFed = value => value.ByteLength > BiggestConstant && !executable.Kept.Contains(value),
        };
        try
        {
            emitter.Emit(executable.Nodes);
            var (plan, feeds) = (new List<Feed>(), new List<TF_Output>());
            for (var i = 0; i < executable.Inputs.Length; i++)
            {
                if (emitter.Has(executable.Inputs[i]))
                {
                    plan.Add(new Feed(i, executable.Kept.Contains(executable.Inputs[i]), null));
                    feeds.Add(emitter.Output(executable.Inputs[i]));
                }
            }

            foreach (var (value, place) in emitter.Fed)
            {
                plan.Add(new Feed(-1, false, value));
                feeds.Add(place);
            }

            var (deliveries, fetches) = (new Delivery[executable.Outputs.Length], new List<TF_Output>());
            var known = new Dictionary<Tensor, int>();
            for (var i = 0; i < deliveries.Length; i++)
            {
                var output = executable.Outputs[i];
                var input = Array.IndexOf(executable.Inputs, output);
                if (output.IsConcrete || input >= 0)
                {
                    deliveries[i] = new Delivery(-1, input, output.IsConcrete ? output : null);
                    continue;
                }

                if (!known.TryGetValue(output, out var fetch))
                {
                    known[output] = fetch = fetches.Count;
                    fetches.Add(emitter.Output(output));
                }

                deliveries[i] = new Delivery(fetch, -1, null);
            }

            var updates = Array.ConvertAll(executable.Updates, emitter.Operation);
            var target = updates.Length switch { 0 => 0, 1 => updates[0], _ => emitter.Group(updates, "updates") };
            return new CompiledStep(group, executable.Inputs, [.. plan], [.. feeds], deliveries, [.. fetches], target) { NodeCount = emitter.Count };
        }
        finally
        {
            group.Register(executable, emitter.Count);
        }
    }

    public void Run(ReadOnlySpan<Tensor> inputs, Span<Tensor?> outputs)
    {
        Check(inputs, outputs);
        if (_fetches.Length > 0 || _target != 0)
        {
            var state = _states.Rent();
            try
            {
                Run(state, inputs, outputs);
            }
            finally
            {
                state.Clear(inputs, _feedPlan);
                _states.Return(state);
            }
        }

        for (var i = 0; i < _outputs.Length; i++)
        {
            if (_outputs[i].Fetch < 0)
            {
                outputs[i] = Copy(_outputs[i].Constant ?? inputs[_outputs[i].Input], outputs[i]);
            }
        }
    }

    private void Run(RunState state, ReadOnlySpan<Tensor> inputs, Span<Tensor?> outputs)
    {
        var feeds = state.Feeds;
        for (var i = 0; i < _feedPlan.Length; i++)
        {
            var value = _feedPlan[i].Value(inputs);
            feeds[i] = _feedPlan[i].Copied ? NativeTensor.Copy(value) : NativeTensor.Wrap(value);
        }

        Interlocked.Increment(ref _runs);
        var way = _threads.Next();
        var start = way.IsTimed ? Stopwatch.GetTimestamp() : 0;
        var target = _target;
        fixed (TF_Output* feed = _feeds, fetch = _fetches)
        {
            fixed (nint* value = feeds, result = state.Results)
            {
                NativeMethods.TF_SessionRun(
                    Group.Session.Pointer, way.OnCallersThread ? SessionConfig.CallersThread : 0, feed, value, _feeds.Length,
                    fetch, result, _fetches.Length, &target, target != 0 ? 1 : 0, 0, state.Status.Pointer);
            }
        }

        NodeError.ThrowIfFailed(state.Status);
        if (way.IsTimed)
        {
            _threads.Took(way, Stopwatch.GetTimestamp() - start);
        }

        for (var i = 0; i < _outputs.Length; i++)
        {
            if (_outputs[i].Fetch >= 0)
            {
                outputs[i] = NativeTensor.Deliver(state.Results[_outputs[i].Fetch], outputs[i]);
            }
        }
    }

    private void Check(ReadOnlySpan<Tensor> inputs, Span<Tensor?> outputs)
    {
        if (inputs.Length != _inputs.Length || outputs.Length != _outputs.Length)
        {
            throw new ArgumentException($"The step takes {_inputs.Length} inputs and gives {_outputs.Length} outputs. Received: {inputs.Length} inputs and room for {outputs.Length} outputs.");
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            var (value, declared) = (inputs[i], _inputs[i]);
            if (!value.IsConcrete)
            {
                throw value.NoValue("value to feed");
            }

            if (value.DType != declared.DType || !value.Shape.IsCompatibleWith(declared.Shape))
            {
                throw new ArgumentException(
                    $"Input {i} ('{declared.Name}') has shape {declared.Shape} and type {declared.DType.Name()}. Received: a value of shape {value.Shape} and type {value.DType.Name()}.");
            }
        }
    }

    private static Tensor Copy(Tensor value, Tensor? place)
    {
        if (value.Text is not null)
        {
            return value;
        }

        if (place is null || place.DType != value.DType || place.ByteLength != value.ByteLength)
        {
            place = Tensor.Allocate(value.DType, value.Shape);
        }

        Buffer.MemoryCopy(value.Pointer, place.Pointer, place.ByteLength, value.ByteLength);
        return place;
    }

    /// <summary>Where an output comes from: a fetch, an input, or a value known before.</summary>
    private readonly record struct Delivery(int Fetch, int Input, Tensor? Constant);
}
