using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An input of a graph.</summary>
internal sealed class PlaceholderOp : OpDefinition
{
    public override string Name => "Placeholder";

    public override bool IsPure => false;

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => [new(node.Attr<DataType>("dtype"), node.Attr<TensorShape>("shape"))];

    public override void Run(Kernel kernel) =>
        throw new InvalidOperationException($"Placeholder '{kernel.Node.Name}' was not given a value.");
}
