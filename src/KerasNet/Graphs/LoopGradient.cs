namespace KerasNet.Graphs;

/// <summary>The derivative of a loop: a loop that walks the other way, over values that the first one now keeps.</summary>
internal sealed class LoopGradient
{
    private readonly Node _node;
    private readonly LoopParts _loop;
    private readonly Graph _graph = Graph.Current ?? throw new InvalidOperationException("The derivative of a loop is traced.");
    private readonly Graph _forward;
    private readonly Graph _backward;
    private readonly Tensor[] _arguments;
    private readonly List<(Tensor Argument, Tensor Next, Tensor First)> _carry = [];
    private readonly List<Tensor> _results = [];
    private readonly List<(Tensor Argument, Tensor Stacked)> _xs = [];

    private LoopGradient(Node node)
    {
        _node = node;
        _loop = new LoopParts(node);
        _forward = _loop.Body.Graph;
        _arguments = _loop.Body.Arguments;
        _backward = new Graph(_graph, isLoop: true, _forward);
        var invariants = _loop.Invariants;
        for (var i = 0; i < invariants.Length; i++)
        {
            _backward.Know(_arguments[_loop.CarryCount + _loop.XsCount + i], invariants[i]);
        }
    }

    public static Tensor?[] Of(Node node, Tensor?[] dy, bool[] wanted) => new LoopGradient(node).Of(dy, wanted);

    private Tensor?[] Of(Tensor?[] dy, bool[] wanted)
    {
        var (carries, changing) = (_loop.CarryCount, _loop.CarryCount + _loop.XsCount);
        bool Differentiated(int i) => _arguments[i].DType.IsFloating() || _arguments[i].DType.IsComplex();
        int[] sources = [.. Enumerable.Range(0, _arguments.Length).Where(i => Differentiated(i) && (i < carries || wanted[1 + i]))];
        Tensor[] by = [.. sources.Select(i => _arguments[i])];
        var live = Gradients.Influenced(by, _forward.Nodes, _forward.Regions);
        var (targets, seeds, dCarry) = (new List<Tensor>(), new List<Tensor?>(), new Tensor?[carries]);
        var outputs = _loop.Body.Outputs;
        for (var i = 0; i < outputs.Length && 1 + i < dy.Length; i++)
        {
            if (!live.Contains(outputs[i]) || (i >= carries && dy[1 + i] is null))
            {
                continue;
            }

            // The carry's gradient comes from the step after it; that of a stacked result from outside.
            var seed = _backward.Placeholder(outputs[i].DType, i < carries ? _arguments[i].Shape : outputs[i].Shape, "dy");
            targets.Add(outputs[i]);
            seeds.Add(seed);
            if (i < carries)
            {
                dCarry[i] = seed;
            }
            else
            {
                _xs.Add((seed, dy[1 + i]!));
            }
        }

        var dx = new Tensor?[_arguments.Length];
        var outside = new Func<Tensor>?[_arguments.Length];
        var place = new int[_arguments.Length];
        using (_backward.Enter())
        {
            var gradients = Gradients.Of(targets, by, [.. _forward.Nodes], _forward.Regions, seeds);
            for (var s = 0; s < sources.Length; s++)
            {
                dx[sources[s]] = gradients[s] is { } g ? _backward.Import(g) : null;
            }

            for (var i = 0; i < carries; i++)
            {
                if (dCarry[i] is { } d)
                {
                    dx[i] ??= _backward.Import(RawOps.ZerosLike(d));
                }
            }
        }

        // First the carry: gradients of the forward carry, then sums for what is the same at all steps.
        for (var i = 0; i < _arguments.Length; i++)
        {
            if (dx[i] is not { } d || (i >= carries && i < changing))
            {
                continue;
            }

            if (i < carries)
            {
                if (dCarry[i] is null)
                {
                    // Each step's gradient by this carry is what the step gives, and no later one adds to it: the first step's is wanted.
                    dCarry[i] = _backward.Placeholder(d.DType, _arguments[i].Shape, "dy");
                }

                place[i] = _carry.Count;
                _carry.Add((dCarry[i]!, d, dy[1 + i] ?? RawOps.ZerosLike(_node.Outputs[1 + i])));
                continue;
            }

            var invariant = _loop.Invariants[i - changing];
            place[i] = -1;
            if (SumOutside(d) is { } sum)
            {
                outside[i] = sum;
                continue;
            }

            var before = _backward.Placeholder(d.DType, invariant.Shape, "sum");
            place[i] = _carry.Count;
            using (_backward.Enter())
            {
                _carry.Add((before, RawOps.AddV2(before, d), RawOps.ZerosLike(_graph.Import(invariant))));
            }
        }

        for (var i = carries; i < changing; i++)
        {
            if (dx[i] is { } d)
            {
                place[i] = Result(d);
            }
        }

        var stacked = AddLoop();
        var result = new Tensor?[_node.Inputs.Length];
        for (var i = 0; i < _arguments.Length; i++)
        {
            result[1 + i] = dx[i] is null ? null
                : outside[i] is { } late ? late()
                : i >= carries && i < changing ? stacked.Ys[place[i]]
                : stacked.Carry[place[i]];
        }

        return result;
    }

    private (Tensor[] Carry, Tensor[] Ys) _made;

    private (Tensor[] Carry, Tensor[] Ys) AddLoop()
    {
        Tensor[] outputs = [.. _carry.Select(c => c.Next), .. _results];
        var used = Reachable.From(_backward, outputs, []).SelectMany(n => n.Inputs).Concat(outputs).ToHashSet();
        var invariants = new List<(Tensor Argument, Tensor Outside)>();
        foreach (var (outer, inner) in _backward.Captures.Where(c => used.Contains(c.Inner)))
        {
            if (outer.Node!.Graph == _forward)
            {
                _xs.Add((inner, Stacked(outer)));
            }
            else
            {
                invariants.Add((inner, outer));
            }
        }

        var xs = _xs.Where(x => used.Contains(x.Argument)).ToArray();
        var body = new FunctionBody(_backward, outputs) { Arguments = [.. _carry.Select(c => c.Argument), .. xs.Select(x => x.Argument), .. invariants.Select(i => i.Argument)] };
        Tensor[] inputs = [_loop.Steps, .. _carry.Select(c => c.First), .. xs.Select(x => x.Stacked), .. invariants.Select(i => i.Outside)];
        var made = LoopTrace.Add(_graph, body, null, inputs, _carry.Count, xs.Length, !_loop.Reverse);
        return _made = (made[1..(1 + _carry.Count)], made[(1 + _carry.Count)..]);
    }

    /// <summary>The values that a tensor of the forward body took, one after the other.</summary>
    private Tensor Stacked(Tensor forward)
    {
        var at = Array.IndexOf(_arguments, forward);
        return at >= _loop.CarryCount ? _loop.Xs[at - _loop.CarryCount] : new LoopParts(_node).Stack(forward);
    }

    /// <summary>Makes a tensor of the backward body one of its stacked results.</summary>
    private int Result(Tensor inner)
    {
        if (!_results.Contains(inner))
        {
            _results.Add(inner);
        }

        return _results.IndexOf(inner);
    }

    /// <summary>A sum over all steps that is one product, or one sum, after the loop; null where it must be carried along.</summary>
    private Func<Tensor>? SumOutside(Tensor step)
    {
        if (step.Node?.Graph != _backward)
        {
            return null;
        }

        var inputs = step.Node!.Inputs;
        switch (step.Node.Definition)
        {
            case MatMulOp when step.Node.Attr("transpose_a", false) && !step.Node.Attr("transpose_b", false) && inputs[0].Shape[1] >= 0 && inputs[1].Shape[1] >= 0
                && AllSteps(inputs[0]) is { } a && AllSteps(inputs[1]) is { } b:
                return () => RawOps.MatMul(Rows(a()), Rows(b()), transposeA: true);
            case SumOp when !step.Node.Attr("keep_dims", false) && step.Node.ConstantInts(1) is { } axes && AllSteps(inputs[0]) is { } x:
                int[] shifted = [0, .. axes.Select(axis => 1 + inputs[0].Shape.Axis(axis))];
                return () => RawOps.Sum(x(), RawOps.Constant(shifted));
            default:
                return null;
        }
    }

    /// <summary>A tensor of the backward body at all steps; null when it is the same at each.</summary>
    private Func<Tensor>? AllSteps(Tensor inner)
    {
        if (inner.IsConcrete)
        {
            return null;
        }

        if (_backward.Captured(inner) is { } outer)
        {
            return outer.Node!.Graph == _forward ? () => Stacked(outer) : null;
        }

        if (_xs.Find(x => x.Argument == inner).Stacked is { } given)
        {
            return () => given;
        }

        var at = Result(inner);
        return () => _made.Ys[at];
    }

    private static Tensor Rows(Tensor stacked) => RawOps.Reshape(stacked, RawOps.Constant(-1, stacked.Shape[2]));
}
