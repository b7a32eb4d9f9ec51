using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Emission;

/// <summary>An op that only TensorFlow has: what a loop becomes there.</summary>
internal sealed class NativeOp(string name, params TensorSpec[] results) : OpDefinition
{
    public override string Name => name;

    public override bool IsPure => false;

    public override TensorSpec[] Infer(Node node) => results;

    public override void Run(Kernel kernel) => throw new NotSupportedException($"{name} is TensorFlow's own.");
}
