using KerasNet.Graphs;
using KerasNet.Internal;

namespace KerasNet.Losses;

/// <summary>Compares targets with predictions: one number for each sample, reduced to the number that training makes small.</summary>
/// <remarks>Python: <c>keras.losses.Loss</c>. Own losses override <see cref="Call"/>. Converts from Keras's names: <c>"mse"</c>.</remarks>
public abstract class Loss
{
    /// <summary>Keeps the base arguments.</summary>
    /// <param name="name">Name; null: made from the class name.</param>
    /// <param name="reduction"><c>sum_over_batch_size</c> (or <c>mean</c>), <c>sum</c>, <c>mean_with_sample_weight</c>, or <c>none</c> (null): one number for each sample.</param>
    /// <param name="dtype">Type of computation; null: Keras.Config.FloatX.</param>
    protected Loss(string? name = null, string? reduction = "sum_over_batch_size", DataType? dtype = null)
    {
        Name = name ?? Keras.State.AutoName(GetType().Name);
        Reduction = reduction is null ? null : Require.OneOf(reduction, ["sum_over_batch_size", "sum", "none", "mean", "mean_with_sample_weight"]);
        DType = dtype ?? Keras.Config.FloatX;
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>How the samples' losses become one number.</summary>
    public string? Reduction { get; }

    /// <summary>Type of computation.</summary>
    [Saving.ConfigName("dtype")]
    public DataType DType { get; }

    /// <summary>True for losses whose targets have the shape of the predictions.</summary>
    internal virtual bool ComparesElements => false;

    /// <summary>What the user typed; null where the user made the object.</summary>
    internal string? Identifier { get; private set; }

    /// <summary>The loss of each sample.</summary>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions, of the same rank where ranks differ by an axis of size 1.</param>
    protected abstract Tensor Call(Tensor yTrue, Tensor yPred);

    /// <summary>The reduced loss; takes the mask of <paramref name="yPred"/> into account.</summary>
    /// <param name="yTrue">Targets.</param>
    /// <param name="yPred">Predictions.</param>
    /// <param name="sampleWeight">Weight of each sample, or of each of its steps.</param>
    public Tensor Apply(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        using var scope = Scopes.Enter(Name);
        var mask = yPred.KerasMask;
        var losses = Call(Ops.Cast(yTrue, DType), Ops.Cast(yPred, DType));
        mask = mask is null ? losses.KerasMask : losses.KerasMask is { } own ? Ops.LogicalAnd(mask, own) : mask;
        return LossReduction.Reduce(losses, sampleWeight, mask, Reduction, DType);
    }

    /// <summary>A known loss by name; <c>crossentropy</c> (or <c>ce</c>) is the one that fits the shapes.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator Loss(string name)
    {
        var loss = name.ToLowerInvariant() is "crossentropy" or "ce" ? new CrossentropyByShape(name) : Catalog<Loss>.Get(name);
        loss.Identifier = name;
        return loss;
    }
}
