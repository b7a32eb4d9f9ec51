using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Gamma numbers of scale 1; the shape's last axes are those of <paramref name="alpha"/>.</summary>
    public static Tensor StatelessRandomGammaV3(Tensor shape, Tensor seed, Tensor alpha) =>
        Op<StatelessRandomGammaV3Op>.Instance.Call1([.. RandomOp.Inputs(shape, seed), alpha], ("dtype", alpha.DType));
}

/// <summary>Gamma numbers.</summary>
internal sealed class StatelessRandomGammaV3Op : RandomOp
{
    public override string Name => "StatelessRandomGammaV3";

    public override TensorSpec[] Infer(Node node)
    {
        var (spec, alpha) = (base.Infer(node), node.Inputs[4]);
        return alpha.Rank <= spec[0].Shape.Rank && spec[0].Shape[(spec[0].Shape.Rank - alpha.Rank)..].IsCompatibleWith(alpha.Shape)
            ? spec
            : throw node.Error($"Shape passed in must end with broadcasted shape. Received: shape {spec[0].Shape}, alpha of shape {alpha.Shape}.");
    }

    protected override void Draw(Kernel kernel, PhiloxKey start, TensorShape shape)
    {
        var alpha = kernel.Input(4);
        var y = kernel.Allocate(0, shape);
        if (y.Size > 0)
        {
            RandomFill.Gamma(start, alpha, (int)(y.Size / alpha.Size), y);
        }
    }
}
