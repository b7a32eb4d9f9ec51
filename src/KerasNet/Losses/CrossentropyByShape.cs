namespace KerasNet.Losses;

/// <summary>The cross-entropy that fits the shapes of targets and predictions: binary, of class numbers, or of one-hot targets.</summary>
internal sealed class CrossentropyByShape(string name) : Loss(name)
{
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var kind = Ranks.KindOf(yTrue.Shape, yPred.Shape);
        (yTrue, yPred) = Ranks.Match(yTrue, yPred);
        return kind switch
        {
            OutputKind.Binary => BinaryCrossentropy.Function(yTrue, yPred),
            OutputKind.Sparse => SparseCategoricalCrossentropy.Function(yTrue, yPred),
            _ => CategoricalCrossentropy.Function(yTrue, yPred),
        };
    }
}
