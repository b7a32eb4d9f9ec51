namespace KerasNet;

/// <summary>The tensors of one batch, as a step of a model's own works on them.</summary>
/// <remarks>Python: the <c>data</c> of <c>train_step(self, data)</c>: <c>x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)</c> is <c>var (x, y, sampleWeight) = data</c>.</remarks>
/// <param name="X">Inputs.</param>
/// <param name="Y">Targets; null where none were given.</param>
/// <param name="SampleWeight">Weights of samples, one tensor for each output; null where none were given.</param>
public sealed record StepData(Tensors X, Tensors? Y = null, Tensors? SampleWeight = null)
{
    /// <summary>Inputs and targets.</summary>
    /// <exception cref="InvalidOperationException">There are no targets.</exception>
    public void Deconstruct(out Tensors x, out Tensors y) =>
        (x, y) = (X, Y ?? throw new InvalidOperationException("The step takes x and y. Received: no y. Pass targets to Fit or Evaluate, or take data.X."));
}
