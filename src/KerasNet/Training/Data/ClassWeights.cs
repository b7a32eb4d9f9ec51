namespace KerasNet.Training;

/// <summary>Turns class weights into sample weights: by integer targets, or by the place of the one in one-hot targets.</summary>
internal static class ClassWeights
{
    public static void Apply(IReadOnlyDictionary<int, double> classWeight, DataColumn targets, ReadOnlySpan<int> rows, Span<float> weights)
    {
        var batch = Tensor.Allocate(DataType.Float32, targets.Shape.With(0, rows.Length));
        targets.Gather(rows, batch);
        var values = batch.AsSpan<float>();
        for (var i = 0; i < rows.Length; i++)
        {
            var row = values.Slice(i * targets.RowSize, targets.RowSize);
            var index = targets.RowSize == 1 ? (int)Math.Round(row[0]) : System.Numerics.Tensors.TensorPrimitives.IndexOfMax(row);
            weights[i] *= (float)classWeight.GetValueOrDefault(index, 1);
        }
    }
}
