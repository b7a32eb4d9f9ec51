using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>GroupedQueryAttention by the name that Python exports.</summary>
/// <remarks>Python: <c>keras.layers.GroupQueryAttention</c>. Files have this name, summaries the other.</remarks>
/// <inheritdoc cref="GroupedQueryAttention" path="/param"/>
[OtherName]
public sealed class GroupQueryAttention(
    int headDim, int numQueryHeads, int numKeyValueHeads, double dropout = 0, bool useBias = true, int? slidingWindow = null, [NotInConfig] bool? flashAttention = null,
    Initializer? kernelInitializer = null, Initializer? biasInitializer = null, Regularizer? kernelRegularizer = null, Regularizer? biasRegularizer = null,
    Regularizer? activityRegularizer = null, Constraint? kernelConstraint = null, Constraint? biasConstraint = null, bool useGate = false, int? seed = null)
    : GroupedQueryAttention(
        headDim, numQueryHeads, numKeyValueHeads, dropout, useBias, slidingWindow, flashAttention, kernelInitializer, biasInitializer, kernelRegularizer,
        biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint, useGate, seed);
