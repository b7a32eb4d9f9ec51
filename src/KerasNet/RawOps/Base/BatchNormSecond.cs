using KerasNet.Graphs;

namespace KerasNet;

/// <summary>The derivative of batch normalisation's gradient, as a composite of means over the channels.</summary>
internal sealed class BatchNormSecond
{
    private readonly Tensor _g;
    private readonly Tensor _x;
    private readonly Tensor _scale;
    private readonly Tensor _centred;
    private readonly Tensor _rate;
    private readonly Tensor _axes;
    private readonly int[] _channel;

    public BatchNormSecond(Node node)
    {
        (_g, _x) = (node.Inputs[0], node.Inputs[1]);
        var axis = FusedBatchNormV3Op.ChannelAxis(node, _x);
        _channel = new int[_x.Rank];
        Array.Fill(_channel, 1);
        _channel[axis] = -1;
        _axes = RawOps.Constant([.. Enumerable.Range(0, _x.Rank).Where(i => i != axis)]);
        _scale = Channel(node.Inputs[2]);
        _centred = RawOps.Sub(_x, Channel(node.Inputs[3]));
        _rate = RawOps.Rsqrt(RawOps.AddV2(Channel(node.Inputs[4]), RawOps.Scalar(node.Attr<float>("epsilon"), node.Inputs[4].DType)));
    }

    /// <summary>By gradient, input and scale, when mean and variance are the batch's own.</summary>
    public Tensor?[] Training(Tensor?[] dy)
    {
        var cube = RawOps.Mul(_rate, RawOps.Mul(_rate, _rate));
        Tensor? byG = null, byX = null, byScale = null;
        if (dy[0] is { } ddx)
        {
            var (g, gx, u, ux) = (Mean(_g), Mean(RawOps.Mul(_g, _centred)), Mean(ddx), Mean(RawOps.Mul(ddx, _centred)));
            var three = RawOps.Mul(RawOps.Scalar(3, _x.DType), RawOps.Mul(RawOps.Mul(_rate, _rate), RawOps.Mul(gx, ux)));
            var inner = RawOps.AddV2(RawOps.Sub(RawOps.Mul(u, g), Mean(RawOps.Mul(_g, ddx))), three);
            var sum = RawOps.Mul(_centred, inner);
            sum = RawOps.AddV2(sum, RawOps.Mul(ux, RawOps.Sub(g, _g)));
            sum = RawOps.AddV2(sum, RawOps.Mul(gx, RawOps.Sub(u, ddx)));
            byX = RawOps.Mul(RawOps.Mul(_scale, cube), sum);
            byG = RawOps.Mul(_scale, First(ddx, cube));
            byScale = RawOps.Reshape(RawOps.Sum(RawOps.Mul(ddx, First(_g, cube)), _axes), new TensorShape(-1));
        }

        if (dy[1] is { } ddscale)
        {
            var weight = Channel(ddscale);
            byX = Add(byX, RawOps.Mul(weight, First(_g, cube)));
            byG = Add(byG, RawOps.Mul(weight, RawOps.Mul(_centred, _rate)));
        }

        return [Offset(byG, dy), byX, byScale, null, null, null];
    }

    /// <summary>By gradient, input and scale, when mean and variance are constants.</summary>
    public Tensor?[] Inference(Tensor?[] dy)
    {
        Tensor? byG = null, byX = null, byScale = null;
        if (dy[0] is { } ddx)
        {
            byG = RawOps.Mul(ddx, RawOps.Mul(_scale, _rate));
            byScale = RawOps.Reshape(RawOps.Sum(RawOps.Mul(ddx, RawOps.Mul(_g, _rate)), _axes), new TensorShape(-1));
        }

        if (dy[1] is { } ddscale)
        {
            byG = Add(byG, RawOps.Mul(Channel(ddscale), RawOps.Mul(_centred, _rate)));
            byX = RawOps.Mul(Channel(ddscale), RawOps.Mul(_g, _rate));
        }

        return [Offset(byG, dy), byX, byScale, null, null, null];
    }

    private Tensor? Offset(Tensor? byG, Tensor?[] dy) => dy[2] is { } d
        ? Add(byG, RawOps.BroadcastTo(Channel(d), RawOps.Shape(_x), _x.Shape))
        : byG;

    private Tensor First(Tensor g, Tensor cube) => RawOps.Sub(
        RawOps.Mul(_rate, RawOps.Sub(g, Mean(g))),
        RawOps.Mul(RawOps.Mul(_centred, cube), Mean(RawOps.Mul(g, _centred))));

    private Tensor Channel(Tensor t) => RawOps.Reshape(t, new TensorShape(_channel));

    private Tensor Mean(Tensor t) => RawOps.Mean(t, _axes, keepDims: true);

    private static Tensor Add(Tensor? a, Tensor b) => a is null ? b : RawOps.AddV2(a, b);
}
