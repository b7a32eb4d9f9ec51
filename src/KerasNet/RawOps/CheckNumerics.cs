using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The same value; an error with the message when an element is not finite.</summary>
    public static Tensor CheckNumerics(Tensor x, string message) => Op<CheckNumericsOp>.Instance.Call1([x], ("message", message));
}

/// <summary>The same value, or an error when an element is not finite.</summary>
internal sealed class CheckNumericsOp : NumberOp
{
    public override string Name => "CheckNumerics";

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType.IsFloating()
        ? [new(node.Inputs[0].DType, node.Inputs[0].Shape)]
        : throw node.Error($"expected floats. Received: {node.Inputs[0].DType.Name()}.");

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.CheckNumerics(dy[0]!, "Not a number (NaN) or infinity (Inf) values detected in gradient. " + node.Attr<string>("message"))];

    protected override void Compute<T>(Kernel kernel)
    {
        var x = kernel.Input(0).Raw<T>();
        var (nan, infinite) = (false, false);
        foreach (var value in x)
        {
            nan |= T.IsNaN(value);
            infinite |= T.IsInfinity(value);
        }

        if (nan || infinite)
        {
            throw kernel.Node.Error($"{kernel.Node.Attr<string>("message")} : Tensor had {(nan && infinite ? "Inf and NaN" : nan ? "NaN" : "Inf")} values");
        }

        x.CopyTo(Allocate<T>(kernel, kernel.Input(0).Shape).Raw<T>());
    }
}
