using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>What all convolutions share: the window, the order of the axes, bias and activation.</summary>
public abstract class ConvolutionLayer : Layer
{
    private protected ConvolutionLayer(
        int rank, SpatialSizes kernelSize, SpatialSizes? strides, string padding, string? dataFormat, SpatialSizes? dilationRate, ActivationFunction? activation, bool useBias,
        Initializer? biasInitializer, Regularizer? biasRegularizer, Regularizer? activityRegularizer, Constraint? biasConstraint, bool allowCausal = false)
    {
        Rank = rank;
        KernelSize = kernelSize.For(rank, "kernel_size");
        Strides = (strides ?? 1).For(rank, "strides");
        Padding = Require.OneOf(padding.ToLowerInvariant(), allowCausal ? ["valid", "same", "causal"] : ["valid", "same"], nameof(padding));
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        DilationRate = (dilationRate ?? 1).For(rank, "dilation_rate");
        Activation = activation ?? "linear";
        UseBias = useBias;
        BiasInitializer = biasInitializer ?? "zeros";
        BiasRegularizer = biasRegularizer;
        ActivityRegularizer = activityRegularizer;
        BiasConstraint = biasConstraint;
        InputSpecs = [new InputSpec { MinRank = rank + 2, MaxRank = rank + 2 }];
        if (Strides.Max() > 1 && DilationRate.Max() > 1)
        {
            throw new ArgumentException($"`strides > 1` not supported in conjunction with `dilation_rate > 1`. Received: strides={Strides} and dilation_rate={DilationRate}. Set one of them to 1.");
        }
    }

    /// <summary>Size of the window along each spatial axis.</summary>
    public SpatialSizes KernelSize { get; }

    /// <summary>Step of the window along each spatial axis.</summary>
    public SpatialSizes Strides { get; }

    /// <summary><c>valid</c>, <c>same</c> or <c>causal</c>.</summary>
    public string Padding { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <summary>Distance between the window's elements along each spatial axis.</summary>
    public SpatialSizes DilationRate { get; }

    /// <summary>Applied to the result.</summary>
    public ActivationFunction Activation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <summary>First values of the bias.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>Penalty of the bias.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>Projection of the bias.</summary>
    public Constraint? BiasConstraint { get; }

    /// <summary>Bias, a number for each output channel; null without one.</summary>
    public KerasVariable? Bias { get; private set; }

    /// <summary>Number of spatial axes.</summary>
    private protected int Rank { get; }

    private protected bool ChannelsFirst => DataFormat == "channels_first";

    /// <summary>The number of input channels, which becomes a demand on every input.</summary>
    private protected int Channels(TensorShape input)
    {
        var axis = ChannelsFirst ? 1 : -1;
        var channels = Require.Known(Name, input, axis);
        InputSpecs = [new InputSpec { MinRank = Rank + 2, MaxRank = Rank + 2, Axes = new Dictionary<int, int> { [axis] = channels } }];
        return channels;
    }

    private protected void AddBias(int channels) => Bias = UseBias ? AddWeight("bias", channels, BiasInitializer, BiasRegularizer, BiasConstraint) : null;

    /// <summary>Adds the bias and applies the activation.</summary>
    private protected Tensor Finish(Tensor y)
    {
        if (Bias is not null)
        {
            y = Ops.Add(y, ChannelsFirst ? Ops.Reshape(Bias, new TensorShape([1, Bias.Shape[0], .. Enumerable.Repeat(1, Rank)])) : Bias);
        }

        return Activation.Apply(y);
    }
}
