using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Runs one of several bodies. The first input chooses; the others are what every body takes.</summary>
internal abstract class BranchOp : OpDefinition
{
    /// <summary>The bodies, in the order of the attributes.</summary>
    public abstract FunctionBody[] Branches(Node node);

    /// <summary>TensorFlow's attributes of the bodies.</summary>
    public abstract (string Name, object Value)[] Attributes(FunctionBody[] branches);

    /// <summary>Which body runs.</summary>
    protected abstract int Choose(Tensor choice, int count);

    public sealed override TensorSpec[] Infer(Node node)
    {
        var branches = Branches(node);
        var specs = new TensorSpec[branches[0].Outputs.Length];
        for (var i = 0; i < specs.Length; i++)
        {
            var dims = branches[0].Outputs[i].Shape.ToArray();
            foreach (var branch in branches)
            {
                for (var axis = 0; axis < dims.Length; axis++)
                {
                    dims[axis] = branch.Outputs[i].Shape[axis] == dims[axis] ? dims[axis] : -1;
                }
            }

            specs[i] = new(branches[0].Outputs[i].DType, new TensorShape(dims));
        }

        return specs;
    }

    public sealed override Tensor?[] Gradient(Node node, Tensor?[] dy) => GradientBy(node, dy, [.. node.Inputs.Select(_ => true)]);

    public sealed override Tensor?[] GradientBy(Node node, Tensor?[] dy, bool[] wanted) => BranchTrace.Gradient(node, dy, wanted);

    public sealed override void Run(Kernel kernel)
    {
        var branches = Branches(kernel.Node);
        var body = branches[Choose(kernel.Input(0), branches.Length)];
        var results = new Tensor?[kernel.OutputCount];
        LoopRun.Compile(body).Run(kernel.Inputs[1..], results);
        for (var i = 0; i < results.Length; i++)
        {
            kernel.Alias(i, results[i]!);
        }
    }
}
