using KerasNet.Optimizers;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Puts the optimizer's moving average in the place of the weights while the model is evaluated or predicts, and the weights back afterwards.</summary>
/// <remarks>Python: <c>keras.callbacks.SwapEMAWeights</c>. The optimizer needs <c>useEma: true</c>.</remarks>
/// <param name="swapOnEpoch">Whether they are swapped at the end of each epoch too, so that what is saved there has the average.</param>
public sealed class SwapEMAWeights(bool swapOnEpoch = false) : Callback
{
    private bool _isSwapped;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch)
    {
        if (swapOnEpoch)
        {
            Swap(false);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        if (!swapOnEpoch || _isSwapped)
        {
            return;
        }

        Swap(true);
        if (epoch == Params.Epochs - 1)
        {
            // At its end training sets the weights to their averages: these must be the averages again.
            foreach (var (variable, average) in Averages())
            {
                average.Assign(variable.ReadNow());
            }
        }
    }

    /// <inheritdoc/>
    public override void OnTestBegin() => Swap(true);

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs) => Swap(false);

    /// <inheritdoc/>
    public override void OnPredictBegin() => Swap(true);

    /// <inheritdoc/>
    public override void OnPredictEnd() => Swap(false);

    private void Swap(bool toAverage)
    {
        if (_isSwapped == toAverage)
        {
            return;
        }

        foreach (var (variable, average) in Averages())
        {
            var weight = variable.ReadNow().Copied();
            variable.Assign(average.ReadNow().Copied());
            average.Assign(weight);
        }

        _isSwapped = toAverage;
    }

    private IReadOnlyList<(KerasVariable Variable, KerasVariable Average)> Averages()
    {
        var optimizer = Model.Optimizer is LossScaleOptimizer scaled ? scaled.InnerOptimizer : Model.Optimizer!;
        return optimizer.UseEma
            ? optimizer.Averages
            : throw new InvalidOperationException($"SwapEMAWeights must be used when useEma: true is set on the optimizer. Received: {optimizer.GetType().Name} with useEma: false.");
    }
}
