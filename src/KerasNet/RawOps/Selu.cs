using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Selu(Tensor x) => Op<SeluOp>.Instance.Call1([x]);
}

/// <summary>Scaled exponential linear unit: <c>scale · x</c> where positive, else <c>scale · alpha · (exp(x) − 1)</c>.</summary>
internal sealed class SeluOp : ActivationOp
{
    /// <summary>The factor of positive inputs.</summary>
    public const double Scale = 1.0507009873554804934193349852946;

    /// <summary>The negative limit, without sign.</summary>
    public const double ScaleAlpha = 1.7580993408473768599402175208123;

    public override string Name => "Selu";

    protected override void Compute<T>(Node node, ReadOnlySpan<T> x, Span<T> y)
    {
        var (scale, limit) = (T.CreateChecked(Scale), T.CreateChecked(ScaleAlpha));
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = x[i] < T.Zero ? T.ExpM1(x[i]) * limit : x[i] * scale;
        }
    }

    protected override Tensor Derivative(Node node, Tensor x, Tensor y, Tensor dy) => RawOps.SeluGrad(dy, y);
}
