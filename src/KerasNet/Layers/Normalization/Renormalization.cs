namespace KerasNet.Layers;

/// <summary>Batch renormalisation: training uses the batch's mean and variance, corrected towards the moving ones without a gradient through the correction.</summary>
internal sealed class Renormalization(BatchNormalization layer, KerasVariable movingDeviation, KerasVariable mean, KerasVariable deviation)
{
    private static readonly string[] _keys = ["rmax", "rmin", "dmax"];

    public static IReadOnlyDictionary<string, double> Check(IReadOnlyDictionary<string, double> clipping)
    {
        if (clipping.Keys.Except(_keys).Any())
        {
            throw new ArgumentException($"Received invalid keys for `renorm_clipping` argument: {string.Join(", ", clipping.Keys)}. Supported values: {string.Join(", ", _keys)}.");
        }

        if (clipping.TryGetValue("rmax", out var most) && clipping.TryGetValue("rmin", out var least) && most < least)
        {
            throw new ArgumentException($"rmax should be greater than rmin in the `renorm_clipping` argument. Received: rmax={most}, rmin={least}.");
        }

        return clipping.GetValueOrDefault("dmax", 0) >= 0 ? clipping
            : throw new ArgumentException($"dmax should be non-negative in the `renorm_clipping` argument. Received: dmax={clipping["dmax"]}.");
    }

    /// <summary>The scale and offset that contain the correction; the statistics move.</summary>
    public (Tensor Gamma, Tensor Beta) Correct(Tensor batchMean, Tensor batchVariance, Tensor? gamma, Tensor? beta)
    {
        var type = batchMean.DType;
        var batchDeviation = Ops.Sqrt(batchVariance + layer.Epsilon);
        var known = Ops.Maximum(BatchNormalization.Read(deviation, type), Math.Sqrt(layer.Epsilon));
        var (r, d) = (batchDeviation / known, (batchMean - BatchNormalization.Read(mean, type)) / known);
        var limits = layer.RenormClipping!;
        r = limits.TryGetValue("rmin", out var least) ? Ops.Maximum(r, least) : r;
        r = limits.TryGetValue("rmax", out var most) ? Ops.Minimum(r, most) : r;
        d = limits.TryGetValue("dmax", out var reach) ? Ops.Clip(d, -reach, reach) : d;
        (r, d) = (Ops.StopGradient(r), Ops.StopGradient(d));
        BatchNormalization.Move(mean, batchMean, layer.RenormMomentum);
        BatchNormalization.Move(deviation, batchDeviation, layer.RenormMomentum);
        BatchNormalization.Move(layer.MovingMean, batchMean, layer.Momentum);
        var moved = BatchNormalization.Move(movingDeviation, batchDeviation, layer.Momentum);
        layer.MovingVariance.Assign(Ops.Maximum((moved * moved) - layer.Epsilon, 0));
        var offset = gamma is null ? d : d * gamma;
        return (gamma is null ? r : r * gamma, beta is null ? offset : offset + beta);
    }
}
