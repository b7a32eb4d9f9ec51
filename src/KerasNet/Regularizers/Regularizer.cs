namespace KerasNet.Regularizers;

/// <summary>A penalty on a weight that is added to the loss.</summary>
/// <remarks>Python: <c>keras.regularizers.Regularizer</c>.</remarks>
public abstract class Regularizer
{
    /// <summary>The penalty of a weight: a scalar.</summary>
    public abstract Tensor Call(Tensor weight);
}
