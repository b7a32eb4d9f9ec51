namespace KerasNet.Losses;

/// <summary>A loss that is a function of targets and predictions; it gives one number, or one for each sample.</summary>
public sealed class FunctionLoss(Func<Tensor, Tensor, Tensor> function) : Loss("loss")
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => function(yTrue, yPred);
}
