using System.Collections.Concurrent;
using KerasNet.Graphs;

namespace KerasNet.Backends.Managed;

/// <summary>A step of the managed backend: nodes in recorded order, buffers used again as soon as nobody needs them.</summary>
internal sealed class ManagedExecutable : IExecutable
{
    private readonly Step[] _steps;
    private readonly int[] _inputSlots;
    private readonly Source[] _outputs;
    private readonly int _slotCount;
    private readonly ConcurrentBag<State> _states = [];

    public ManagedExecutable(Graph graph, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, IReadOnlyList<Node> updates)
    {
        var nodes = Reachable.From(graph, outputs, updates);
        var slots = new Dictionary<Tensor, int>(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        _inputSlots = [.. inputs.Select(t => slots[t] = slots.Count)];
        nodes.RemoveAll(n => n.Outputs.Length > 0 && slots.ContainsKey(n.Outputs[0]));
        foreach (var output in nodes.SelectMany(n => n.Outputs))
        {
            slots[output] = slots.Count;
        }

        Source SourceOf(Tensor t) => slots.TryGetValue(t, out var slot) ? new Source(slot, null)
            : t.IsConcrete || t.DType == DataType.Resource ? new Source(-1, t)
            : throw new InvalidOperationException($"'{t.Name}' is a placeholder that the step is not given. Pass it among the inputs.");

        _steps = [.. nodes.Select(n => new Step(n, [.. n.Inputs.Select(SourceOf)], [.. n.Outputs.Select(o => slots[o])]))];
        _outputs = [.. outputs.Select(SourceOf)];
        _slotCount = slots.Count;
        PlanReleases();
        PlanCopies();
    }

    public void Run(ReadOnlySpan<Tensor> inputs, Span<Tensor?> outputs)
    {
        if (!_states.TryTake(out var state))
        {
            state = new State(_slotCount);
        }

        try
        {
            Run(state, inputs, outputs);
        }
        finally
        {
            state.Clear();
            _states.Add(state);
        }
    }

    public void Dispose()
    {
        while (_states.TryTake(out var state))
        {
            state.Pool.Dispose();
        }
    }

    private void Run(State state, ReadOnlySpan<Tensor> inputs, Span<Tensor?> outputs)
    {
        var values = state.Values;
        for (var i = 0; i < _inputSlots.Length; i++)
        {
            values[_inputSlots[i]] = inputs[i];
        }

        var given = state.Scratch;
        foreach (var step in _steps)
        {
            var count = step.Inputs.Length;
            given.EnsureCapacity(count + step.Outputs.Length);
            var span = given.Span(count + step.Outputs.Length);
            for (var i = 0; i < count; i++)
            {
                span[i] = step.Inputs[i].Constant ?? values[step.Inputs[i].Slot]!;
            }

            var made = span[count..];
            step.Node.Definition.Run(new Kernel(step.Node, span[..count], made, state.Pool));
            if (step.CopyRead)
            {
                made[0] = Copy(made[0], state.Pool);
            }

            for (var i = 0; i < made.Length; i++)
            {
                state.Set(step.Outputs[i], made[i]);
            }

            foreach (var slot in step.Release)
            {
                state.Release(slot);
            }
        }

        for (var i = 0; i < _outputs.Length; i++)
        {
            outputs[i] = Deliver(_outputs[i].Constant ?? values[_outputs[i].Slot]!, outputs[i]);
        }
    }

    private static unsafe Tensor Deliver(Tensor value, Tensor? place)
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

    /// <summary>A slot is released after the last step that reads it, results never.</summary>
    private void PlanReleases()
    {
        var last = new int[_slotCount];
        Array.Fill(last, -1);
        for (var s = 0; s < _steps.Length; s++)
        {
            foreach (var slot in _steps[s].Outputs.Concat(_steps[s].Inputs.Select(i => i.Slot)).Where(slot => slot >= 0))
            {
                last[slot] = s;
            }
        }

        foreach (var output in _outputs.Where(o => o.Slot >= 0))
        {
            last[output.Slot] = -1;
        }

        foreach (var group in Enumerable.Range(0, _slotCount).Where(slot => last[slot] >= 0 && !_inputSlots.Contains(slot)).GroupBy(slot => last[slot]))
        {
            _steps[group.Key].Release = [.. group];
        }
    }

    /// <summary>A read shares the variable's memory, unless a later write would change it before its last use.</summary>
    private void PlanCopies()
    {
        var lastUse = new int[_slotCount];
        for (var s = _steps.Length - 1; s >= 0; s--)
        {
            var step = _steps[s];
            foreach (var input in step.Inputs.Where(i => i.Slot >= 0))
            {
                lastUse[input.Slot] = Math.Max(lastUse[input.Slot], s);
            }

            if (step.Node.Definition.Aliases && step.Inputs[0].Slot >= 0)
            {
                lastUse[step.Inputs[0].Slot] = Math.Max(lastUse[step.Inputs[0].Slot], lastUse[step.Outputs[0]]);
            }
        }

        foreach (var output in _outputs.Where(o => o.Slot >= 0))
        {
            MarkResult(output.Slot, lastUse);
        }

        for (var s = 0; s < _steps.Length; s++)
        {
            if (_steps[s].Node.Definition is ReadVariableOp)
            {
                var variable = _steps[s].Node.Inputs[0].Variable;
                var write = Array.FindIndex(_steps, s, w => w.Node.Definition.Writes && w.Node.Inputs.Any(i => i.Variable == variable));
                _steps[s].CopyRead = write >= 0 && write < lastUse[_steps[s].Outputs[0]];
            }
        }
    }

    /// <summary>A result is used after every step, and so is what it shares memory with.</summary>
    private void MarkResult(int slot, int[] lastUse)
    {
        lastUse[slot] = int.MaxValue;
        var maker = Array.Find(_steps, s => s.Outputs.Contains(slot));
        if (maker is { Node.Definition.Aliases: true } && maker.Inputs[0].Slot >= 0)
        {
            MarkResult(maker.Inputs[0].Slot, lastUse);
        }
    }

    private static unsafe Tensor Copy(Tensor value, BufferPool pool)
    {
        var copy = new Tensor(value.DType, value.Shape, pool.Rent(value.ByteLength));
        Buffer.MemoryCopy(value.Pointer, copy.Pointer, value.ByteLength, value.ByteLength);
        return copy;
    }

    private readonly record struct Source(int Slot, Tensor? Constant);

    private sealed class Step(Node node, Source[] inputs, int[] outputs)
    {
        public Node Node { get; } = node;

        public Source[] Inputs { get; } = inputs;

        public int[] Outputs { get; } = outputs;

        public int[] Release { get; set; } = [];

        public bool CopyRead { get; set; }
    }

    /// <summary>What one run needs; kept for the next.</summary>
    private sealed class State(int slots)
    {
        public Tensor?[] Values { get; } = new Tensor?[slots];

        public BufferPool Pool { get; } = new();

        public ScratchArray Scratch { get; } = new();

        public void Set(int slot, Tensor value)
        {
            Values[slot] = value;
            if (value.Buffer is { Pool: not null } buffer)
            {
                buffer.Uses++;
            }
        }

        public void Release(int slot)
        {
            var value = Values[slot];
            Values[slot] = null;
            if (value?.Buffer is { Pool: { } pool } buffer && pool == Pool && --buffer.Uses == 0)
            {
                pool.Return(buffer);
            }
        }

        public void Clear()
        {
            for (var slot = 0; slot < Values.Length; slot++)
            {
                Release(slot);
            }
        }
    }

    private sealed class ScratchArray
    {
        private Tensor[] _items = new Tensor[16];

        public void EnsureCapacity(int count)
        {
            if (_items.Length < count)
            {
                _items = new Tensor[count * 2];
            }
        }

        public Span<Tensor> Span(int count) => _items.AsSpan(0, count);
    }
}
