using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static void ResourceApplyFtrlV2(KerasVariable variable, KerasVariable accum, KerasVariable linear, Tensor grad, Tensor lr, Tensor l1, Tensor l2, Tensor l2Shrinkage, Tensor lrPower, bool multiplyLinearByLr = false) =>
        Op<ResourceApplyFtrlV2Op>.Instance.Call([variable.Handle, accum.Handle, linear.Handle, grad, lr, l1, l2, l2Shrinkage, lrPower], ("use_locking", false), ("multiply_linear_by_lr", multiplyLinearByLr));
}

/// <summary>Follow the regularised leader.</summary>
internal sealed class ResourceApplyFtrlV2Op : ResourceApplyOp
{
    public override string Name => "ResourceApplyFtrlV2";

    protected override int VariableCount => 3;

    protected override int InputCount => 9;

    protected override int GradientInput => 3;

    protected override void Apply<T>(Node node, Tensor[] inputs)
    {
        var (lr, l1, l2) = (Number<T>(inputs[4]), Number<T>(inputs[5]), Number<T>(inputs[6]));
        var update = new Update<T>(lr, l1, l2, Number<T>(inputs[7]), Number<T>(inputs[8]), node.Attr("multiply_linear_by_lr", false));
        Loop<T, Update<T>>(update, inputs);
    }

    private readonly struct Update<T>(T lr, T l1, T l2, T shrinkage, T lrPower, bool multiplyLinearByLr) : IUpdate<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Step(Span<Vector<T>> lanes)
        {
            var (variable, g) = (lanes[0], lanes[3]);
            var two = T.One + T.One;
            var shrunk = g + (variable * (two * shrinkage));
            var accum = lanes[1] + (g * g);
            var (now, before) = (Power(accum), Power(lanes[1]));
            var rate = multiplyLinearByLr ? T.One : lr;
            lanes[2] += (multiplyLinearByLr ? shrunk * lr : shrunk) - ((now - before) * (T.One / rate) * variable);
            var bound = new Vector<T>(multiplyLinearByLr ? l1 * lr : l1);
            var clipped = Vector.Max(Vector.Min(lanes[2], bound), -bound) - lanes[2];
            var scale = multiplyLinearByLr ? now + new Vector<T>(two * l2 * lr) : (now * (T.One / lr)) + new Vector<T>(two * l2);
            lanes[0] = clipped / scale;
            lanes[1] = accum;
        }

        private Vector<T> Power(Vector<T> x)
        {
            if (lrPower == T.CreateChecked(-0.5))
            {
                return Vector.SquareRoot(x);
            }

            for (var i = 0; i < Vector<T>.Count; i++)
            {
                x = x.WithElement(i, T.Pow(x[i], -lrPower));
            }

            return x;
        }
    }
}
