using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>What locally connected layers share: a window that moves as a convolution's does, with a kernel of its own at every place.</summary>
public abstract class LocallyConnected : Layer
{
    private readonly int _rank;
    private KerasVariable? _kernel;
    private KerasVariable? _bias;
    private int[] _outputs = [];

    private protected LocallyConnected(
        int rank, int filters, SpatialSizes kernelSize, SpatialSizes? strides, string padding, string? dataFormat, ActivationFunction? activation, bool useBias, Initializer? kernelInitializer, Initializer? biasInitializer,
        Regularizer? kernelRegularizer, Regularizer? biasRegularizer, Regularizer? activityRegularizer, Constraint? kernelConstraint, Constraint? biasConstraint, int implementation)
    {
        _rank = rank;
        Filters = Require.Positive(filters, nameof(filters));
        KernelSize = kernelSize.For(rank, "kernel_size");
        Strides = (strides ?? 1).For(rank, "strides");
        Padding = padding == "valid" ? padding : throw new ArgumentException($"Locally connected layers support padding 'valid' only. Received: padding={padding}.", nameof(padding));
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        Activation = activation ?? "linear";
        UseBias = useBias;
        KernelInitializer = kernelInitializer ?? "glorot_uniform";
        BiasInitializer = biasInitializer ?? "zeros";
        (KernelRegularizer, BiasRegularizer, ActivityRegularizer) = (kernelRegularizer, biasRegularizer, activityRegularizer);
        (KernelConstraint, BiasConstraint) = (kernelConstraint, biasConstraint);
        Implementation = implementation is 1 or 2 or 3 ? implementation : throw new ArgumentOutOfRangeException(nameof(implementation), $"Unrecognized implementation mode: {implementation}. Expected 1, 2 or 3.");
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>Number of output channels.</summary>
    public int Filters { get; }

    /// <summary>Size of the window.</summary>
    public SpatialSizes KernelSize { get; }

    /// <summary>Step of the window.</summary>
    public SpatialSizes Strides { get; }

    /// <summary><c>valid</c>.</summary>
    public string Padding { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <summary>Applied to the result.</summary>
    public ActivationFunction Activation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <summary>First values of the kernels.</summary>
    public Initializer KernelInitializer { get; }

    /// <summary>First values of the bias.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>Penalty of the kernels.</summary>
    public Regularizer? KernelRegularizer { get; }

    /// <summary>Penalty of the bias.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>Projection of the kernels.</summary>
    public Constraint? KernelConstraint { get; }

    /// <summary>Projection of the bias.</summary>
    public Constraint? BiasConstraint { get; }

    /// <summary>How Python computed it: 1 window by window, 2 by a masked matrix, 3 by a sparse one. The result is the same; files differ in the form of the kernel.</summary>
    public int Implementation { get; }

    private bool ChannelsFirst => DataFormat == "channels_first";

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var channels = Require.Known(Name, input, ChannelsFirst ? 1 : -1);
        _outputs = [.. Enumerable.Range(0, _rank).Select(i => ((Require.Known(Name, input, (ChannelsFirst ? 2 : 1) + i) - KernelSize[i]) / Strides[i]) + 1)];
        if (_outputs.Any(o => o <= 0))
        {
            throw new ArgumentException($"Layer '{Name}': the window {KernelSize} is larger than the input of shape {input}.");
        }

        var places = _outputs.Aggregate(1, (a, b) => a * b);
        _kernel = AddWeight("kernel", [places, KernelSize.Aggregate(1, (a, b) => a * b) * channels, Filters], KernelInitializer, KernelRegularizer, KernelConstraint);
        _bias = UseBias ? AddWeight("bias", new TensorShape([.. _outputs, Filters]), BiasInitializer, BiasRegularizer, BiasConstraint) : null;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var first = ChannelsFirst ? 2 : 1;
        var batch = x.Shape[0];
        var channels = x.Shape[ChannelsFirst ? 1 : x.Rank - 1];
        for (var i = 0; i < _rank; i++)
        {
            // All places of the window along one axis, one behind the other.
            int[] indices = [.. Enumerable.Range(0, _outputs[i]).SelectMany(o => Enumerable.Range(o * Strides[i], KernelSize[i]))];
            x = Ops.Take(x, Tensor.Create<int>(indices, indices.Length), first + i);
        }

        // (batch, [channels,] places, window, …[, channels]) to (batch, places…, window and channels as Python flattens them).
        var split = new List<int> { -1 };
        split.AddRange(ChannelsFirst ? [channels] : []);
        split.AddRange(Enumerable.Range(0, _rank).SelectMany(i => new[] { _outputs[i], KernelSize[i] }));
        split.AddRange(ChannelsFirst ? [] : [channels]);
        var places = Enumerable.Range(0, _rank).Select(i => first + (2 * i)).ToList();
        var windows = places.Select(p => p + 1).ToList();
        int[] order = ChannelsFirst ? [0, .. places, 1, .. windows] : [0, .. places, .. windows, split.Count - 1];
        var patches = Ops.Reshape(Ops.Transpose(Ops.Reshape(x, new TensorShape([.. split])), order), [-1, _kernel!.Shape[0], _kernel.Shape[1]]);
        var result = Ops.Reshape(Ops.Einsum("bpi,pio->bpo", patches, _kernel), new TensorShape([batch < 0 ? -1 : batch, .. _outputs, Filters]));
        result = _bias is null ? result : result + _bias;
        return Activation.Apply(ChannelsFirst ? Ops.Transpose(result, [0, _rank + 1, .. Enumerable.Range(1, _rank)]) : result);
    }
}
