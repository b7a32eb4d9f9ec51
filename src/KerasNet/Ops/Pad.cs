namespace KerasNet;

public static partial class Ops
{
    /// <summary>Puts numbers around a tensor: a pair (before, after) for each axis.</summary>
    /// <remarks>Python: <c>keras.ops.pad</c>.</remarks>
    /// <param name="x">What is padded.</param>
    /// <param name="padWidth">Pairs, one for each axis or one for all.</param>
    /// <param name="mode"><c>constant</c>, <c>reflect</c> (mirror image without the edge) or <c>symmetric</c> (with it).</param>
    /// <param name="constantValues">The number, for <c>constant</c>; 0 when null.</param>
    /// <exception cref="ArgumentException">The mode is unknown, or the number of pairs is wrong.</exception>
    public static Tensor Pad(Tensor x, (int Before, int After)[] padWidth, string mode = "constant", Tensor? constantValues = null) => Run(
        "Pad",
        constantValues is null ? [x] : [x, constantValues],
        given =>
        {
            var (t, constant) = (given[0], given.Length > 1 ? given[1] : null);
            if (padWidth.Length != 1 && padWidth.Length != t.Rank)
            {
                throw new ArgumentException($"`pad_width` must have the same length as `x.shape`. Received: {padWidth.Length} pairs for shape {t.Shape}.", nameof(padWidth));
            }

            var numbers = Enumerable.Range(0, t.Rank).Select(i => padWidth[padWidth.Length == 1 ? 0 : i]).SelectMany(p => new[] { p.Before, p.After });
            var pairs = Tensor.Create<int>([.. numbers], (t.Rank, 2));
            return (mode, constant) switch
            {
                ("constant", null) => RawOps.Pad(t, pairs),
                ("constant", var value) => RawOps.PadV2(t, pairs, RawOps.Cast(value, t.DType)),
                ("reflect" or "symmetric", null) => RawOps.MirrorPad(t, pairs, mode.ToUpperInvariant()),
                ("reflect" or "symmetric", _) => throw new ArgumentException($"Argument `constant_values` can only be provided when `mode == 'constant'`. Received: mode={mode}", nameof(constantValues)),
                _ => throw new ArgumentException($"Unknown padding mode '{mode}'. Expected 'constant', 'reflect' or 'symmetric'.", nameof(mode)),
            };
        },
        ("pad_width", padWidth.Select(p => new[] { p.Before, p.After }).ToArray()),
        ("mode", mode));

    /// <summary>Puts numbers around a tensor: as many before, and as many after, along every axis.</summary>
    public static Tensor Pad(Tensor x, (int Before, int After) padWidth, string mode = "constant", Tensor? constantValues = null) => Pad(x, [padWidth], mode, constantValues);

    /// <summary>Puts as many numbers around a tensor on every side.</summary>
    public static Tensor Pad(Tensor x, int padWidth, string mode = "constant", Tensor? constantValues = null) => Pad(x, [(padWidth, padWidth)], mode, constantValues);
}
