using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Internal;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>What locally connected layers share: a window that moves as a convolution's does, with a kernel of its own at every place.</summary>
/// <remarks>The kernel has the form that Python's implementation of that number gives it, so files and penalties agree.</remarks>
public abstract class LocallyConnected : Layer
{
    private readonly int _rank;
    private KerasVariable? _kernel;
    private KerasVariable? _bias;
    private LocalConnections? _connections;

    private protected LocallyConnected(
        int rank, int filters, SpatialSizes kernelSize, SpatialSizes? strides, string padding, string? dataFormat, ActivationFunction? activation, bool useBias, Initializer? kernelInitializer, Initializer? biasInitializer,
        Regularizer? kernelRegularizer, Regularizer? biasRegularizer, Regularizer? activityRegularizer, Constraint? kernelConstraint, Constraint? biasConstraint, int implementation)
    {
        _rank = rank;
        Filters = Require.Positive(filters, nameof(filters));
        KernelSize = kernelSize.For(rank, "kernel_size");
        Strides = (strides ?? 1).For(rank, "strides");
        Padding = Require.OneOf(padding, ["valid", "same"], nameof(padding));
        DataFormat = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"], nameof(dataFormat));
        Activation = activation ?? "linear";
        UseBias = useBias;
        KernelInitializer = kernelInitializer ?? "glorot_uniform";
        BiasInitializer = biasInitializer ?? "zeros";
        (KernelRegularizer, BiasRegularizer, ActivityRegularizer) = (kernelRegularizer, biasRegularizer, activityRegularizer);
        (KernelConstraint, BiasConstraint) = (kernelConstraint, biasConstraint);
        Implementation = implementation is 1 or 2 or 3 ? implementation : throw new ArgumentOutOfRangeException(nameof(implementation), $"Unrecognized implementation mode: {implementation}. Expected 1, 2 or 3.");
        if (Padding == "same" && implementation == 1)
        {
            throw new ArgumentException($"Locally connected layers support padding 'valid' only where implementation is 1. Received: padding={padding}. Pass implementation: 2.", nameof(padding));
        }

        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>Number of output channels.</summary>
    public int Filters { get; }

    /// <summary>Size of the window.</summary>
    public SpatialSizes KernelSize { get; }

    /// <summary>Step of the window.</summary>
    public SpatialSizes Strides { get; }

    /// <summary><c>valid</c>, or <c>same</c> with implementations 2 and 3.</summary>
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

    /// <summary>1: a kernel for each place. 2: a weight from every input to every output, those outside the windows unused. 3: a list of the weights that are used.</summary>
    public int Implementation { get; }

    private bool ChannelsFirst => DataFormat == "channels_first";

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        var channels = Require.Known(Name, input, ChannelsFirst ? 1 : -1);
        int[] sizes = [.. Enumerable.Range(0, _rank).Select(i => Require.Known(Name, input, (ChannelsFirst ? 2 : 1) + i))];
        _connections = new LocalConnections(sizes, [.. KernelSize], [.. Strides], Padding == "same", channels, Filters, ChannelsFirst);
        if (_connections.Outputs.Any(o => o <= 0))
        {
            throw new ArgumentException($"Layer '{Name}': the window {KernelSize} is larger than the input of shape {input}.");
        }

        _kernel = AddWeight("kernel", Implementation switch
        {
            1 => [_connections.Places, _connections.Window * channels, Filters],
            2 => new TensorShape([.. _connections.InputShape, .. _connections.OutputShape]),
            _ => [_connections.Used.Count],
        }, KernelInitializer, KernelRegularizer, KernelConstraint);
        _bias = UseBias ? AddWeight("bias", new TensorShape([.. _connections.Outputs, Filters]), BiasInitializer, BiasRegularizer, BiasConstraint) : null;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var to = _connections!;
        var batch = x.Shape[0] < 0 ? -1 : x.Shape[0];
        var result = Implementation == 1 ? ByPlace(x, to) : Ops.Reshape(Ops.MatMul(Ops.Reshape(x, [-1, to.InputSize]), Matrix(to, x.DType)), new TensorShape([batch, .. to.OutputShape]));

        // As Python does: with channels first the bias is read in another order, not turned.
        result = _bias is null ? result : result + Ops.Reshape(_bias, new TensorShape(to.OutputShape));
        return Activation.Apply(result);
    }

    /// <summary>The weights as a matrix from all inputs to all outputs.</summary>
    private Tensor Matrix(LocalConnections to, DataType dtype)
    {
        if (Implementation == 2)
        {
            return Ops.Reshape(_kernel!, [to.InputSize, to.OutputSize]) * Ops.Cast(to.Mask, dtype);
        }

        // Weight 0 stands for none.
        var weights = Ops.Concatenate([Ops.Zeros([1], dtype), _kernel!]);
        return Ops.Reshape(Ops.Take(weights, to.Numbers), [to.InputSize, to.OutputSize]);
    }

    private Tensor ByPlace(Tensor x, LocalConnections to)
    {
        var first = ChannelsFirst ? 2 : 1;
        var batch = x.Shape[0];
        var channels = x.Shape[ChannelsFirst ? 1 : x.Rank - 1];
        for (var i = 0; i < _rank; i++)
        {
            // All places of the window along one axis, one behind the other.
            int[] indices = [.. Enumerable.Range(0, to.Outputs[i]).SelectMany(o => Enumerable.Range(o * Strides[i], KernelSize[i]))];
            x = Ops.Take(x, Tensor.Create<int>(indices, indices.Length), first + i);
        }

        // (batch, [channels,] places, window, …[, channels]) to (batch, places…, window and channels as Python flattens them).
        var split = new List<int> { -1 };
        split.AddRange(ChannelsFirst ? [channels] : []);
        split.AddRange(Enumerable.Range(0, _rank).SelectMany(i => new[] { to.Outputs[i], KernelSize[i] }));
        split.AddRange(ChannelsFirst ? [] : [channels]);
        var places = Enumerable.Range(0, _rank).Select(i => first + (2 * i)).ToList();
        var windows = places.Select(p => p + 1).ToList();
        int[] order = ChannelsFirst ? [0, .. places, 1, .. windows] : [0, .. places, .. windows, split.Count - 1];
        var patches = Ops.Reshape(Ops.Transpose(Ops.Reshape(x, new TensorShape([.. split])), order), [-1, _kernel!.Shape[0], _kernel.Shape[1]]);
        var result = Ops.Reshape(Ops.Einsum("bpi,pio->bpo", patches, _kernel), new TensorShape([batch < 0 ? -1 : batch, .. to.Outputs, Filters]));
        return ChannelsFirst ? Ops.Transpose(result, [0, _rank + 1, .. Enumerable.Range(1, _rank)]) : result;
    }
}
