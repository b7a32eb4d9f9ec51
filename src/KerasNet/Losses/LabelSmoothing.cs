namespace KerasNet.Losses;

/// <summary>Targets that leave some probability to the other classes.</summary>
internal static class LabelSmoothing
{
    public static Tensor Binary(Tensor yTrue, double smoothing) => smoothing == 0 ? yTrue : (yTrue * (1.0 - smoothing)) + (0.5 * smoothing);

    public static Tensor Categorical(Tensor yTrue, double smoothing) => smoothing == 0 ? yTrue : (yTrue * (1.0 - smoothing)) + (smoothing / yTrue.Shape[^1]);
}
