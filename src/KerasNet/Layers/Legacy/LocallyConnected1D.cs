using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>A 1D convolution whose weights are not shared: every place has a kernel of its own.</summary>
/// <remarks>Python: <c>keras.layers.LocallyConnected1D</c> of Keras 1 and 2. Input <c>(batch, steps, channels)</c>.</remarks>
/// <param name="filters">Number of output channels.</param>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="strides">Step of the window; null: 1.</param>
/// <param name="padding"><c>valid</c>, or <c>same</c> with implementations 2 and 3.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: as configured.</param>
/// <param name="activation">Applied to the result; null: linear.</param>
/// <param name="useBias">Whether a bias is added.</param>
/// <param name="kernelInitializer">First values of the kernels; null: glorot_uniform.</param>
/// <param name="biasInitializer">First values of the bias; null: zeros.</param>
/// <param name="kernelRegularizer">Penalty of the kernels.</param>
/// <param name="biasRegularizer">Penalty of the bias.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <param name="kernelConstraint">Projection of the kernels.</param>
/// <param name="biasConstraint">Projection of the bias.</param>
/// <param name="implementation">The form of the kernel: 1, one for each place; 2, a weight from every input to every output; 3, a list of the weights that are used.</param>
public sealed class LocallyConnected1D(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null, ActivationFunction? activation = null, bool useBias = true,
    Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null, Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? biasConstraint = null, int implementation = 1)
    : LocallyConnected(
        1, filters, kernelSize, strides, padding, dataFormat, activation, useBias, kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint, implementation);
