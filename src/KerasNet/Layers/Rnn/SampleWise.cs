namespace KerasNet.Layers;

/// <summary>Tells which layers treat every sample by itself, without chance and without state: for them more samples do what more calls do.</summary>
internal static class SampleWise
{
    private static readonly HashSet<Type> _plain =
    [
        typeof(Activation), typeof(Dense), typeof(Embedding), typeof(Identity), typeof(ELU), typeof(LeakyReLU), typeof(PReLU), typeof(ReLU), typeof(Softmax),
        typeof(Flatten), typeof(Permute), typeof(RepeatVector), typeof(Reshape), typeof(Rescaling),
        typeof(LayerNormalization), typeof(GroupNormalization), typeof(RMSNormalization), typeof(UnitNormalization),
        typeof(InputLayer),
    ];

    /// <summary>True when the layer may take all time steps as samples of one call.</summary>
    public static bool Is(Layer layer, CallContext context) => layer.ActivityRegularizer is null && layer switch
    {
        ConvolutionLayer or BasePooling or BaseGlobalPooling or BaseCropping or BaseZeroPadding or UpSampling1D or UpSampling2D or UpSampling3D => true,
        BatchNormalization or Dropout => !context.Training,
        Recurrent { Stateful: false, Dropout: 0, RecurrentDropout: 0 } => context.Mask is null,
        Bidirectional both => Is(both.ForwardLayer, context) && Is(both.BackwardLayer, context),
        Model { Graph: { } graph } => graph.Operations.All(o => o is Layer inner && Is(inner, context)),
        _ => _plain.Contains(layer.GetType()),
    };
}
