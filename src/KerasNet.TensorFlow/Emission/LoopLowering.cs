using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Emission;

/// <summary>A loop in TensorFlow's ops: StatelessWhile, whose stacked results are lists of tensors.</summary>
internal sealed class LoopLowering
{
    private readonly Node _node;
    private readonly LoopParts _loop;
    private readonly Graph _graph = new();
    private readonly Tensor[] _inputs;
    private readonly Tensor[] _outputs;
    private readonly int _conditionInvariants;

    private LoopLowering(Node node)
    {
        _node = node;
        _loop = new LoopParts(node);
        using var unscoped = Scopes.Reset();
        using var scope = Scopes.Enter(node.Name);
        _inputs = Array.ConvertAll(node.Inputs, i => i.IsConcrete ? i : _graph.Placeholder(i.DType, i.Shape, "input"));
        _conditionInvariants = node.Inputs.Length - _loop.ConditionInvariants;
        using var tracing = _graph.Enter();
        _outputs = Trace();
    }

    private int Carries => _loop.CarryCount;

    private int Lists => _loop.Body.Outputs.Length - Carries;

    /// <summary>Nodes that compute what a loop's node does, over placeholders for its inputs.</summary>
    public static (Graph Graph, Tensor[] Inputs, Tensor[] Outputs) Of(Node node)
    {
        var lowered = new LoopLowering(node);
        return (lowered._graph, lowered._inputs, lowered._outputs);
    }

    // The variables of the While: step, number of steps, carry, lists, xs, invariants, those of the condition.
    private Tensor[] Trace()
    {
        var ys = _loop.Body.Outputs[Carries..];
        var length = _inputs[0];
        var lists = Array.ConvertAll(ys, y => List(y, length));
        Tensor[] start = [RawOps.Scalar(0), length, .. _inputs[1..(1 + Carries)], .. lists, .. _inputs[(1 + Carries)..]];
        var results = new NativeOp("StatelessWhile", Array.ConvertAll(start, t => new TensorSpec(t.DType, t.Shape)))
            .Call(start, ("cond", Condition(start)), ("body", Body(start)), ("parallel_iterations", 1));
        var shapes = ElementShapes(ys, length);
        Tensor[] stacked = [.. ys.Select((y, i) => new NativeOp("TensorListStack", _node.Outputs[1 + Carries + i] is var o ? new TensorSpec(o.DType, o.Shape) : default)
            .Call1([results[2 + Carries + i], shapes[i]], ("element_dtype", y.DType)))];
        return [results[0], .. results[2..(2 + Carries)], .. stacked];
    }

    private Tensor List(Tensor y, Tensor length)
    {
        var variant = new TensorSpec(DataType.Variant, TensorShape.Scalar);
        var shape = RawOps.Constant(y.Shape.Dims);
        return _loop.Condition is null
            ? new NativeOp("TensorListReserve", variant).Call1([shape, length], ("element_dtype", y.DType))
            : new NativeOp("EmptyTensorList", variant).Call1([shape, RawOps.Scalar(-1)], ("element_dtype", y.DType));
    }

    private FunctionBody Condition(Tensor[] start)
    {
        var graph = new Graph();
        var variables = Placeholders(graph, start);
        using var tracing = graph.Enter();
        var more = RawOps.Less(variables[0], variables[1]);
        if (_loop.Condition is { } condition)
        {
            Tensor[] arguments = [.. variables[2..(2 + Carries)], .. variables[^_conditionInvariants..]];
            more = RawOps.LogicalAnd(more, condition.Inline(graph, arguments)[0]);
        }

        return new FunctionBody(graph, [more]);
    }

    private FunctionBody Body(Tensor[] start)
    {
        var graph = new Graph();
        var variables = Placeholders(graph, start);
        using var tracing = graph.Enter();
        var (step, length) = (variables[0], variables[1]);
        var at = _loop.Reverse ? RawOps.Sub(RawOps.Sub(length, RawOps.Scalar(1)), step) : step;
        var lists = variables[(2 + Carries)..(2 + Carries + Lists)];
        var rest = variables[(2 + Carries + Lists)..];
        Tensor[] arguments =
        [
            .. variables[2..(2 + Carries)],
            .. rest[.._loop.XsCount].Select(x => RawOps.GatherV2(x, at)),
            .. rest[_loop.XsCount..(rest.Length - _conditionInvariants)],
        ];
        var results = _loop.Body.Inline(graph, arguments);
        var variant = new TensorSpec(DataType.Variant, TensorShape.Scalar);
        Tensor[] grown = [.. lists.Select((list, i) => _loop.Condition is null
            ? new NativeOp("TensorListSetItem", variant).Call1([list, at, results[Carries + i]], ("element_dtype", results[Carries + i].DType))
            : new NativeOp("TensorListPushBack", variant).Call1([list, results[Carries + i]], ("element_dtype", results[Carries + i].DType)))];
        return new FunctionBody(graph, [RawOps.AddV2(step, RawOps.Scalar(1)), length, .. results[..Carries], .. grown, .. rest]);
    }

    private static Tensor[] Placeholders(Graph graph, Tensor[] start)
    {
        using var unscoped = Scopes.Reset();
        return Array.ConvertAll(start, t => graph.Placeholder(t.DType, t.Shape, "variable"));
    }

    /// <summary>Shapes of elements, as a stack of no elements needs them; unknown sizes are -1 where there is an element to ask.</summary>
    private Tensor[] ElementShapes(Tensor[] ys, Tensor length)
    {
        var shapes = new Tensor?[ys.Length];
        for (var i = 0; i < ys.Length; i++)
        {
            var (dims, carry) = (ys[i].Shape.ToArray(), Array.IndexOf(_loop.Body.Outputs, ys[i], 0, Carries));
            if (ys[i].Shape.IsFullyDefined || (length.IsConcrete && _loop.Condition is null && NumberReader.Ints(length)[0] > 0))
            {
                shapes[i] = RawOps.Constant(dims);
            }
            else if (carry >= 0)
            {
                shapes[i] = RawOps.Shape(_inputs[1 + carry]);
            }
            else if (i >= _loop.YsCount)
            {
                // Nobody sees the shape of no values that the derivative would need.
                var unknown = RawOps.Neg(RawOps.Minimum(length, RawOps.Scalar(1)));
                shapes[i] = RawOps.Dims([.. dims.Select(d => d >= 0 ? RawOps.Scalar(d) : unknown)]);
            }
        }

        int[] open = [.. Enumerable.Range(0, ys.Length).Where(i => shapes[i] is null)];
        if (open.Length > 0)
        {
            var traced = TracedShapes([.. open.Select(i => ys[i])], length);
            for (var k = 0; k < open.Length; k++)
            {
                shapes[open[k]] = traced[k];
            }
        }

        return shapes!;
    }

    /// <summary>Where no step is made, one on zeros says the shapes.</summary>
    private Tensor[] TracedShapes(Tensor[] ys, Tensor length)
    {
        var inputs = _inputs[1..^_conditionInvariants];
        var (some, none) = (new Graph(), new Graph());
        Placeholders(some, inputs);
        var arguments = Placeholders(none, inputs);
        Tensor[] found;
        using (none.Enter())
        {
            for (var i = Carries; i < Carries + _loop.XsCount; i++)
            {
                // A whole number may be a size: its zero is the number of steps, which is unknown here, so that nothing is folded.
                var (dims, type) = (RawOps.DimsOf(arguments[i]), arguments[i].DType);
                var zero = type is DataType.Int32 or DataType.Int64 ? RawOps.Cast(dims[0], type) : RawOps.Scalar(0, type);
                arguments[i] = RawOps.Fill(RawOps.Dims(dims.AsSpan(1)), zero);
            }

            var body = _loop.Body with { Outputs = ys };
            found = Array.ConvertAll(body.Inline(none, arguments), RawOps.Shape);
        }

        var unknown = Array.ConvertAll(ys, y => RawOps.Constant(y.Shape.Dims));
        return new NativeOp("StatelessIf", Array.ConvertAll(ys, y => new TensorSpec(DataType.Int32, y.Rank))).Call(
            [RawOps.Greater(length, RawOps.Scalar(0)), .. inputs],
            ("Tout", Array.ConvertAll(ys, _ => DataType.Int32)), ("then_branch", new FunctionBody(some, unknown)), ("else_branch", new FunctionBody(none, found)));
    }
}
