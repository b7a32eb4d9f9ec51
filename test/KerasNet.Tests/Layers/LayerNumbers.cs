namespace KerasNet.Tests.EachLayer;

/// <summary>The numbers of the layer tests: formulas, the same ones as in scripts/make_layer_goldens.py.</summary>
internal static class LayerNumbers
{
    public const int Weights = 10;
    public const int Factors = 100;

    /// <summary>float64 numbers from -1 to 1.</summary>
    public static Tensor Values(int number, TensorShape shape, double more = 0)
    {
        var values = new double[shape.Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)((((((i * 7919L) + (number * 104729L)) % 1009) / 504.5) - 1) + more);
        }

        return Tensor.Create<double>(values, shape);
    }

    public static Tensor Integers(int number, TensorShape shape, int below) =>
        Tensor.Create<int>([.. Enumerable.Range(0, (int)shape.Size).Select(i => (int)(((i * 7919L) + (number * 104729L)) % below))], shape);

    public static Tensor Mask(int number, TensorShape shape) =>
        Ops.Cast(Tensor.Create<int>([.. Enumerable.Range(0, (int)shape.Size).Select(i => ((i * 7) + (number * 3)) % 5 > 1 ? 1 : 0)], shape), DataType.Bool);

    /// <summary>The value of a layer's weight; those of variances are positive.</summary>
    public static Tensor Weight(int index, KerasVariable weight) => Ops.Cast(
        Values(Weights + index, weight.Shape, weight.Name.EndsWith("variance", StringComparison.Ordinal) || weight.Name.EndsWith("stddev", StringComparison.Ordinal) ? 1.5 : 0), weight.DType);

    public static void SetWeights(KerasNet.Layers.Layer layer) => layer.SetWeights([.. layer.Weights.Select((w, i) => Weight(i, w))]);

    /// <summary>The outputs, each times its factors, summed: a number whose derivatives are compared.</summary>
    public static Tensor Loss(Tensors outputs) => outputs.Select((y, j) => (y, j)).Where(p => p.y.DType.IsFloating())
        .Select(p => Ops.Sum(p.y * Ops.Cast(Values(Factors + p.j, p.y.Shape), p.y.DType))).Aggregate(Ops.Add);
}
