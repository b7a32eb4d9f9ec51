namespace KerasNet.TensorFlow.Programs;

/// <summary>Ops on images and their kin: convolutions, pooling, normalization, resizing.</summary>
internal static class ImageOps
{
    private static readonly OpAttribute _strides = new("strides", Array.Empty<int>(), true);
    private static readonly OpAttribute _padding = new("padding", "VALID", true);
    private static readonly OpAttribute _explicit = new("explicit_paddings", Array.Empty<int>());
    private static readonly OpAttribute _format = new("data_format", "NHWC");
    private static readonly OpAttribute _volumeFormat = new("data_format", "NDHWC");
    private static readonly OpAttribute _window = new("ksize", Array.Empty<int>(), true);
    private static readonly OpAttribute _dilations = new("dilations", new[] { 1, 1, 1, 1 });
    private static readonly OpAttribute _volumeDilations = new("dilations", new[] { 1, 1, 1, 1, 1 });
    private static readonly OpAttribute[] _resizing = [new("align_corners", false), new("half_pixel_centers", false)];

    public static IEnumerable<OpEntry> All =>
    [
        OpEntry.Of<Conv2DOp>(_strides, _padding, _explicit, _format, _dilations), OpEntry.Of<Conv2DBackpropInputOp>(_strides, _padding, _explicit, _format, _dilations),
        OpEntry.Of<DepthwiseConv2dNativeOp>(_strides, _padding, _explicit, _format, _dilations), OpEntry.Of<Conv3DOp>(_strides, _padding, _volumeFormat, _volumeDilations),
        OpEntry.Of<Conv3DBackpropInputV2Op>(_strides, _padding, _volumeFormat, _volumeDilations), OpEntry.Of<BiasAddOp>(_format),
        OpEntry.Of<MaxPoolOp>(_window, _strides, _padding, _format), OpEntry.Of<AvgPoolOp>(_window, _strides, _padding, _format),
        OpEntry.Of<MaxPool3DOp>(_window, _strides, _padding, _volumeFormat), OpEntry.Of<AvgPool3DOp>(_window, _strides, _padding, _volumeFormat),
        OpEntry.Of<FusedBatchNormV3Op>(new OpAttribute("epsilon", 1e-4f), new OpAttribute("exponential_avg_factor", 1f), _format, new OpAttribute("is_training", true))
            .With("y", "batch_mean", "batch_variance", "reserve_space_1", "reserve_space_2", "reserve_space_3"),
        OpEntry.Of<ResizeBicubicOp>(_resizing), OpEntry.Of<ResizeBilinearOp>(_resizing), OpEntry.Of<ResizeNearestNeighborOp>(_resizing),
        OpEntry.Of<ImageProjectiveTransformV3Op>(new OpAttribute("interpolation", "NEAREST", true), new OpAttribute("fill_mode", "CONSTANT")),
    ];
}
