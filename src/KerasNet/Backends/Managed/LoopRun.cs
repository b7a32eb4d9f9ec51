using System.Runtime.CompilerServices;
using KerasNet.Graphs;

namespace KerasNet.Backends.Managed;

/// <summary>Runs a loop: its body is compiled once, elements are views, results are written into their places.</summary>
internal static class LoopRun
{
    private static readonly ConditionalWeakTable<FunctionBody, ManagedExecutable> _compiled = [];

    /// <summary>The executable of a body.</summary>
    public static ManagedExecutable Compile(FunctionBody body) =>
        _compiled.GetValue(body, static b => new ManagedExecutable(b.Graph, b.Arguments, b.Outputs, []));

    public static void Run(Kernel kernel)
    {
        var loop = new LoopParts(kernel.Node);
        var (carries, most) = (loop.CarryCount, (int)kernel.Input(0));
        var body = Compile(loop.Body);
        var condition = loop.Condition is null ? null : new Test(loop, kernel.Inputs);
        var xs = kernel.Inputs.Slice(1 + carries, loop.XsCount).ToArray();
        if (condition is null && Array.Find(xs, x => x.Shape[0] != most) is { } other)
        {
            throw kernel.Node.Error($"all xs must have {most} elements along axis 0. Received: shape {other.Shape}.");
        }

        var arguments = kernel.Inputs.Slice(1, loop.Body.Arguments.Length).ToArray();
        var results = new Tensor?[loop.Body.Outputs.Length];
        var spare = new Tensor?[carries];
        var stacks = new Stack[results.Length - carries];
        var step = 0;
        for (; step < most && condition?.Holds(arguments) != false; step++)
        {
            var at = loop.Reverse ? most - 1 - step : step;
            for (var i = 0; i < xs.Length; i++)
            {
                var shape = xs[i].Shape[1..];
                arguments[carries + i] = xs[i].View(shape, at * shape.Size);
            }

            for (var i = 0; i < results.Length; i++)
            {
                results[i] = i < carries ? spare[i] : stacks[i - carries].Place(at);
            }

            body.Run(arguments, results);
            for (var i = 0; i < carries; i++)
            {
                spare[i] = step == 0 ? null : arguments[i]; // the first values are the caller's
                arguments[i] = results[i]!;
            }

            for (var i = carries; i < results.Length; i++)
            {
                stacks[i - carries].Add(ref kernel, 1 + i, condition is null ? most : -1, at, results[i]!);
            }
        }

        kernel.Allocate(0, TensorShape.Scalar).Writable<int>()[0] = step;
        for (var i = 0; i < carries; i++)
        {
            arguments[i].Bytes().CopyTo(kernel.Allocate(1 + i, arguments[i].Shape).WritableBytes());
        }

        Finish(kernel, loop, body, arguments, xs, stacks, step);
    }

    private static void Finish(Kernel kernel, LoopParts loop, ManagedExecutable body, Tensor[] arguments, Tensor[] xs, Stack[] stacks, int steps)
    {
        var first = loop.FirstY;
        if (steps > 0)
        {
            for (var k = 0; k < stacks.Length; k++)
            {
                stacks[k].Finish(kernel, first + k);
            }

            return;
        }

        // No step was made: one on zeros says the shapes.
        var shapes = Array.ConvertAll(loop.Body.Outputs[loop.CarryCount..], o => o.Shape);
        if (!Array.TrueForAll(shapes, s => s.IsFullyDefined))
        {
            for (var i = 0; i < xs.Length; i++)
            {
                arguments[loop.CarryCount + i] = Tensor.Allocate(xs[i].DType, xs[i].Shape[1..]);
                arguments[loop.CarryCount + i].WritableBytes().Clear();
            }

            var results = new Tensor?[loop.Body.Outputs.Length];
            body.Run(arguments, results);
            shapes = Array.ConvertAll(results[loop.CarryCount..], r => r!.Shape);
        }

        for (var k = 0; k < shapes.Length && first + k < kernel.OutputCount; k++)
        {
            kernel.Allocate(first + k, shapes[k].Insert(0, 0));
        }
    }

    /// <summary>The condition of a loop.</summary>
    private sealed class Test
    {
        private readonly ManagedExecutable _executable;
        private readonly Tensor[] _arguments;
        private readonly Tensor?[] _result = new Tensor?[1];
        private readonly int _carries;

        public Test(LoopParts loop, ReadOnlySpan<Tensor> inputs)
        {
            _executable = Compile(loop.Condition!);
            _carries = loop.CarryCount;
            _arguments = [.. inputs.Slice(1, _carries), .. inputs[loop.ConditionInvariants..]];
        }

        public bool Holds(ReadOnlySpan<Tensor> carry)
        {
            carry[.._carries].CopyTo(_arguments);
            _executable.Run(_arguments, _result);
            return _result[0]!.AsSpan<bool>()[0];
        }
    }

    /// <summary>One result of all steps. Its place is known when the first step has said its shape and the number of steps is given.</summary>
    private struct Stack
    {
        private Tensor? _whole;
        private List<Tensor>? _parts;
        private TensorShape _shape;

        public readonly Tensor? Place(int at) => _whole?.View(_shape, at * _shape.Size);

        public void Add(ref Kernel kernel, int output, int length, int at, Tensor value)
        {
            if (_whole is not null || output >= kernel.OutputCount)
            {
                return;
            }

            if (length < 0)
            {
                (_parts ??= []).Add(value);
                return;
            }

            _shape = value.Shape;
            _whole = kernel.Allocate(output, _shape.Insert(0, length));
            value.Bytes().CopyTo(Place(at)!.WritableBytes());
        }

        public readonly void Finish(Kernel kernel, int output)
        {
            if (_parts is null)
            {
                return;
            }

            var whole = kernel.Allocate(output, _parts[0].Shape.Insert(0, _parts.Count));
            var size = (int)_parts[0].ByteLength;
            for (var i = 0; i < _parts.Count; i++)
            {
                if (_parts[i].ByteLength != size)
                {
                    throw kernel.Node.Error($"a loop with a derivative must keep the shapes of its values. Received: {_parts[0].Shape}, then {_parts[i].Shape}.");
                }

                _parts[i].Bytes().CopyTo(whole.WritableBytes()[(i * size)..]);
            }
        }
    }
}
