using KerasNet.Layers;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>Functions of bounding boxes: formats, clipping, overlap, and deltas to anchors.</summary>
    /// <remarks>
    /// Python: <c>keras.utils.bounding_boxes</c>. Formats: <c>xyxy</c> (left, top, right, bottom), <c>yxyx</c>, <c>xywh</c> (left, top, width, height), <c>center_xywh</c>, <c>center_yxhw</c>;
    /// <c>rel_xyxy</c>, <c>rel_yxyx</c>, <c>rel_xywh</c>, <c>rel_center_xywh</c> are shares of width and height.
    /// </remarks>
    public static class BoundingBoxes
    {
        private static readonly string[] _formats = ["xyxy", "yxyx", "xywh", "center_xywh", "center_yxhw", "rel_xyxy", "rel_yxyx", "rel_xywh", "rel_center_xywh"];

        /// <summary>Boxes in another format.</summary>
        /// <remarks>Python: <c>keras.utils.bounding_boxes.convert_format</c>.</remarks>
        /// <param name="boxes">Boxes <c>(…, 4)</c>.</param>
        /// <param name="source">Their format.</param>
        /// <param name="target">The format wanted.</param>
        /// <param name="height">Height of the image: needed where one format is relative and the other is not.</param>
        /// <param name="width">Width of the image.</param>
        /// <param name="dtype">Type of the result.</param>
        /// <exception cref="ArgumentException">A format is unknown, a size is missing, or the last axis is not 4.</exception>
        public static Tensor ConvertFormat(Tensor boxes, string source, string target, Tensor? height = null, Tensor? width = null, DataType dtype = DataType.Float32)
        {
            if (boxes.Shape[^1] != 4)
            {
                throw new ArgumentException($"`boxes` must be a tensor with the last dimension of 4. Received: boxes.shape={boxes.Shape}", nameof(boxes));
            }

            (source, target) = (CheckFormat(source), CheckFormat(target));
            var (fromRelative, toRelative) = (IsRelative(source), IsRelative(target));
            if ((fromRelative || toRelative) && (height is null || width is null))
            {
                throw new ArgumentException(
                    $"ConvertFormat must receive `height` and `width` transforming between relative and absolute formats. Received: source={source}, target={target}, height={height}, width={width}.");
            }

            boxes = Ops.Cast(boxes, dtype);
            if (source == target)
            {
                return boxes;
            }

            var corners = Corners(Ops.Split(boxes, 4, -1), Plain(source));
            if (fromRelative != toRelative)
            {
                var (w, h) = (Ops.Cast(width!, dtype), Ops.Cast(height!, dtype));
                Tensor[] sizes = [w, h, w, h];
                corners = [.. corners.Zip(sizes, (x, size) => fromRelative ? x * size : x / size)];
            }

            return Ops.Concatenate(Written(corners, Plain(target)), -1);
        }

        /// <summary>Boxes in another format; the labels stay.</summary>
        /// <inheritdoc cref="ConvertFormat(Tensor, string, string, Tensor?, Tensor?, DataType)"/>
        public static LabeledBoxes ConvertFormat(LabeledBoxes boxes, string source, string target, Tensor? height = null, Tensor? width = null, DataType dtype = DataType.Float32) =>
            boxes with { Boxes = ConvertFormat(boxes.Boxes, source, target, height, width, dtype) };

        /// <summary>Boxes cut off at the image's edges; the label of a box without area becomes -1.</summary>
        /// <remarks>Python: <c>keras.utils.bounding_boxes.clip_to_image_size</c>.</remarks>
        /// <param name="boundingBoxes">The boxes.</param>
        /// <param name="height">Height of the image, for <c>xyxy</c>.</param>
        /// <param name="width">Width of the image, for <c>xyxy</c>.</param>
        /// <param name="boundingBoxFormat"><c>xyxy</c> or <c>rel_xyxy</c>.</param>
        /// <exception cref="NotSupportedException">The format is another one.</exception>
        /// <exception cref="ArgumentException">A size is missing.</exception>
        public static LabeledBoxes ClipToImageSize(LabeledBoxes boundingBoxes, Tensor? height = null, Tensor? width = null, string boundingBoxFormat = "xyxy")
        {
            if (boundingBoxFormat is not ("xyxy" or "rel_xyxy"))
            {
                throw new NotSupportedException($"Boxes are clipped in the formats 'xyxy' and 'rel_xyxy'. Received: bounding_box_format={boundingBoxFormat}. Convert them first.");
            }

            var relative = boundingBoxFormat == "rel_xyxy";
            if (!relative && (height is null || width is null))
            {
                throw new ArgumentException("`height` and `width` must be set if `format='xyxy'`.");
            }

            var type = boundingBoxes.Boxes.DType;
            var (w, h) = relative ? (RawOps.Scalar(1, type), RawOps.Scalar(1, type)) : (Ops.Cast(width!, type), Ops.Cast(height!, type));
            Tensor Inside(Tensor x, Tensor size) => Ops.Clip(x, 0, size);
            var (x1, y1, x2, y2) = Ops.Split(boundingBoxes.Boxes, 4, -1);
            (x1, y1, x2, y2) = (Inside(x1, w), Inside(y1, h), Inside(x2, w), Inside(y2, h));
            var labels = boundingBoxes.Labels;
            return new LabeledBoxes(
                Ops.Concatenate([x1, y1, x2, y2], -1),
                labels is null ? null : Ops.Where(Ops.Greater(Ops.Squeeze((x2 - x1) * (y2 - y1), -1), 0), labels, -1));
        }

        /// <summary>Boxes that hold the corners of turned, moved, scaled, sheared boxes.</summary>
        /// <remarks>Python: <c>keras.utils.bounding_boxes.affine_transform</c>.</remarks>
        /// <param name="boxes">Boxes <c>(batch, boxes, 4)</c> as <c>xyxy</c>.</param>
        /// <param name="angle">Degrees, one for each image.</param>
        /// <param name="translateX">Share of the width.</param>
        /// <param name="translateY">Share of the height.</param>
        /// <param name="scale">Factor.</param>
        /// <param name="shearX">Degrees.</param>
        /// <param name="shearY">Degrees.</param>
        /// <param name="height">Height of the image.</param>
        /// <param name="width">Width of the image.</param>
        /// <param name="centerX">Center of the turn, a share of the width.</param>
        /// <param name="centerY">Center of the turn, a share of the height.</param>
        /// <param name="boundingBoxFormat"><c>xyxy</c>, as in Keras.</param>
        /// <exception cref="NotSupportedException">The format is another one.</exception>
        public static Tensor AffineTransform(
            Tensor boxes, Tensor angle, Tensor translateX, Tensor translateY, Tensor scale, Tensor shearX, Tensor shearY, Tensor height, Tensor width, double centerX = 0.5, double centerY = 0.5, string boundingBoxFormat = "xyxy")
        {
            OnlyCorners(boundingBoxFormat);
            var (w, h) = (Ops.Cast(width, angle.DType) - 1.0, Ops.Cast(height, angle.DType) - 1.0);
            var (cx, cy) = (w * centerX, h * centerY);
            var (turn, sx, sy) = (-angle * (Math.PI / 180), -shearX * (Math.PI / 180), -shearY * (Math.PI / 180));
            var (cos, tan) = (Ops.Cos(sy), Ops.Tan(sx));
            var a = Ops.Cos(turn - sy) / cos;
            var c = -Ops.Sin(turn - sy) / cos;
            var (a0, a1) = ((Ops.Cos(turn) - (c * tan)) * scale, -((a * tan) + Ops.Sin(turn)) * scale);
            var (b0, b1) = (-c * scale, a * scale);
            var (tx, ty) = (cx - (translateX * w), cy - (translateY * h));
            var (a2, b2) = (cx - (a0 * tx) - (a1 * ty), cy - (b0 * tx) - (b1 * ty));
            Tensor Column(Tensor x) => Ops.Reshape(x, (-1, 1, 1));
            var (x1, y1, x2, y2) = Ops.Split(Ops.Cast(boxes, angle.DType), 4, -1);
            var (xs, ys) = (Ops.Concatenate([x1, x2, x2, x1], -1), Ops.Concatenate([y1, y1, y2, y2], -1));
            var (newX, newY) = ((xs * Column(a0)) + (ys * Column(a1)) + Column(a2), (xs * Column(b0)) + (ys * Column(b1)) + Column(b2));
            return Ops.Concatenate([Ops.Min(newX, -1, true), Ops.Min(newY, -1, true), Ops.Max(newX, -1, true), Ops.Max(newY, -1, true)], -1);
        }

        /// <summary>Boxes in a part of their image.</summary>
        /// <remarks>Python: <c>keras.utils.bounding_boxes.crop</c>; boxes are <c>xyxy</c>.</remarks>
        /// <exception cref="NotSupportedException">The format is another one.</exception>
        public static Tensor Crop(Tensor boxes, double top, double left, double height, double width, string boundingBoxFormat = "xyxy")
        {
            OnlyCorners(boundingBoxFormat);
            var (x1, y1, x2, y2) = Ops.Split(boxes, 4, -1);
            Tensor Inside(Tensor x, double start, double size) => Ops.Clip(x - start, 0, size);
            return Ops.Concatenate([Inside(x1, left, width), Inside(y1, top, height), Inside(x2, left, width), Inside(y2, top, height)], -1);
        }

        /// <summary>Boxes in an image with margins above and to the left.</summary>
        /// <remarks>Python: <c>keras.utils.bounding_boxes.pad</c>; boxes are <c>xyxy</c>. Height and width of the image change nothing.</remarks>
        /// <exception cref="NotSupportedException">The format is another one.</exception>
        public static Tensor Pad(Tensor boxes, double top, double left, double? height = null, double? width = null, string boundingBoxFormat = "xyxy")
        {
            OnlyCorners(boundingBoxFormat);
            var (x1, y1, x2, y2) = Ops.Split(boxes, 4, -1);
            return Ops.Concatenate([x1 + left, y1 + top, x2 + left, y2 + top], -1);
        }

        private static void OnlyCorners(string format)
        {
            if (CheckFormat(format) != "xyxy")
            {
                throw new NotSupportedException($"Expected: bounding_box_format=xyxy, as in Keras. Received: {format}. Convert the boxes first, with ConvertFormat.");
            }
        }

        /// <summary>Overlaps of boxes: area of the intersection by that of the union, for each pair.</summary>
        /// <remarks>Python: <c>keras.utils.bounding_boxes.compute_iou</c>.</remarks>
        /// <param name="boxes1">Boxes <c>(n, 4)</c> or <c>(batch, n, 4)</c>.</param>
        /// <param name="boxes2">Boxes <c>(m, 4)</c> or <c>(batch, m, 4)</c>.</param>
        /// <param name="boundingBoxFormat">Their format.</param>
        /// <param name="useMasking">Whether pairs with a box of negative numbers get <paramref name="maskVal"/>.</param>
        /// <param name="maskVal">The number for them.</param>
        /// <param name="imageShape">Height, width, channels: needed for relative formats.</param>
        /// <returns>Numbers <c>(n, m)</c> or <c>(batch, n, m)</c>.</returns>
        /// <exception cref="ArgumentException">A rank is neither 2 nor 3, or the size of the image is missing.</exception>
        public static Tensor ComputeIou(Tensor boxes1, Tensor boxes2, string boundingBoxFormat, bool useMasking = false, double maskVal = -1, TensorShape? imageShape = null)
        {
            if (boxes1.Rank is not (2 or 3) || boxes2.Rank is not (2 or 3))
            {
                throw new ArgumentException($"ComputeIou() expects boxes to be batched (rank 3) or unbatched (rank 2). Received: boxes1.shape={boxes1.Shape}, boxes2.shape={boxes2.Shape}");
            }

            var (first, second) = (InPixels(boxes1, boundingBoxFormat, imageShape), InPixels(boxes2, boundingBoxFormat, imageShape));
            var (x1, y1, x2, y2) = Ops.Split(first, 4, -1);
            Tensor[] other = [.. Ops.Split(second, 4, -1).Select(x => Ops.SwapAxes(x, -1, -2))];
            var width = Ops.Maximum(Ops.Minimum(x2, other[2]) - Ops.Maximum(x1, other[0]), 0);
            var height = Ops.Maximum(Ops.Minimum(y2, other[3]) - Ops.Maximum(y1, other[1]), 0);
            var intersection = width * height;
            var union = ((x2 - x1) * (y2 - y1)) + ((other[2] - other[0]) * (other[3] - other[1])) - intersection;
            var result = intersection / (union + Keras.Config.Epsilon);
            if (!useMasking)
            {
                return result;
            }

            var empty = Ops.LogicalOr(Ops.Less(Ops.Max(first, -1, true), 0), Ops.SwapAxes(Ops.Less(Ops.Max(second, -1, true), 0), -1, -2));
            return Ops.Where(empty, maskVal, result);
        }

        /// <summary>Complete overlap of boxes, pair by pair: overlap less the distance of centers and the difference of aspect ratios.</summary>
        /// <remarks>Python: <c>keras.utils.bounding_boxes.compute_ciou</c>. Source: <see href="https://arxiv.org/abs/1911.08287">Zheng et al. 2019</see>.</remarks>
        /// <exception cref="ArgumentException">The format is relative.</exception>
        public static Tensor ComputeCiou(Tensor boxes1, Tensor boxes2, string boundingBoxFormat)
        {
            if (IsRelative(CheckFormat(boundingBoxFormat)))
            {
                throw new ArgumentException($"ComputeCiou() takes absolute bounding box formats. Received: bounding_box_format={boundingBoxFormat}. Convert the boxes first.", nameof(boundingBoxFormat));
            }

            var epsilon = Keras.Config.Epsilon;
            var (x1, y1, x2, y2) = Ops.Split(ConvertFormat(boxes1, boundingBoxFormat, "xyxy"), 4, -1);
            var (u1, v1, u2, v2) = Ops.Split(ConvertFormat(boxes2, boundingBoxFormat, "xyxy"), 4, -1);
            var (width1, height1, width2, height2) = (x2 - x1, y2 - y1 + epsilon, u2 - u1, v2 - v1 + epsilon);
            var intersection = Ops.Maximum(Ops.Minimum(x2, u2) - Ops.Maximum(x1, u1), 0) * Ops.Maximum(Ops.Minimum(y2, v2) - Ops.Maximum(y1, v1), 0);
            var iou = intersection / ((width1 * height1) + (width2 * height2) - intersection + (2 * epsilon));
            var diagonal = Ops.Square(Ops.Maximum(x2, u2) - Ops.Minimum(x1, u1)) + Ops.Square(Ops.Maximum(y2, v2) - Ops.Minimum(y1, v1)) + epsilon;
            var distance = Ops.Square(((x1 + x2) / 2) - ((u1 + u2) / 2)) + Ops.Square(((y1 + y2) / 2) - ((v1 + v2) / 2));
            var v = Ops.Square(Ops.Arctan(width2 / height2) - Ops.Arctan(width1 / height1)) * (4 / (Math.PI * Math.PI));
            var alpha = v / (v - iou + (1 + epsilon));
            return Ops.Squeeze(iou - ((distance / diagonal) + (v * alpha)), -1);
        }

        /// <summary>What moves and stretches anchors into boxes.</summary>
        /// <remarks>Python: <c>keras.utils.bounding_boxes.encode_box_to_deltas</c>.</remarks>
        /// <param name="anchors">Anchors <c>(n, 4)</c>.</param>
        /// <param name="boxes">Boxes <c>(n, 4)</c> or <c>(batch, n, 4)</c>.</param>
        /// <param name="anchorFormat">Format of the anchors.</param>
        /// <param name="boxFormat">Format of the boxes.</param>
        /// <param name="encodingFormat"><c>center_yxhw</c> or <c>center_xywh</c>.</param>
        /// <param name="variance">Four numbers by which the result is divided.</param>
        /// <param name="imageShape">Height, width, channels: needed for relative formats.</param>
        /// <exception cref="ArgumentException">An argument does not fit.</exception>
        public static Tensor EncodeBoxToDeltas(
            Tensor anchors, Tensor boxes, string anchorFormat, string boxFormat, string encodingFormat = "center_yxhw", double[]? variance = null, TensorShape? imageShape = null)
        {
            var divisor = Variance(variance, encodingFormat);
            var (height, width) = Size(imageShape);
            var from = ConvertFormat(anchors, anchorFormat, encodingFormat, height, width);
            var to = ConvertFormat(boxes, boxFormat, encodingFormat, height, width);
            var size = Ops.Maximum(from[Ops.Ellipsis, 2..], Keras.Config.Epsilon);
            var deltas = Ops.Concatenate(
                [(to[Ops.Ellipsis, ..2] - from[Ops.Ellipsis, ..2]) / size, Ops.Log(Ops.Maximum(to[Ops.Ellipsis, 2..], Keras.Config.Epsilon) / size)], -1);
            return divisor is null ? deltas : deltas / divisor;
        }

        /// <summary>Boxes from anchors and deltas.</summary>
        /// <remarks>Python: <c>keras.utils.bounding_boxes.decode_deltas_to_boxes</c>.</remarks>
        /// <param name="anchors">Anchors <c>(n, 4)</c>.</param>
        /// <param name="boxesDelta">What EncodeBoxToDeltas gives.</param>
        /// <param name="anchorFormat">Format of the anchors.</param>
        /// <param name="boxFormat">Format of the boxes.</param>
        /// <param name="encodedFormat"><c>center_yxhw</c> or <c>center_xywh</c>.</param>
        /// <param name="variance">Four numbers by which the deltas are multiplied.</param>
        /// <param name="imageShape">Height, width, channels: needed for relative formats.</param>
        /// <exception cref="ArgumentException">An argument does not fit.</exception>
        public static Tensor DecodeDeltasToBoxes(
            Tensor anchors, Tensor boxesDelta, string anchorFormat, string boxFormat, string encodedFormat = "center_yxhw", double[]? variance = null, TensorShape? imageShape = null)
        {
            var factor = Variance(variance, encodedFormat);
            var (height, width) = Size(imageShape);
            var from = ConvertFormat(anchors, anchorFormat, encodedFormat, height, width);
            var delta = factor is null ? boxesDelta : boxesDelta * factor;
            var size = from[Ops.Ellipsis, 2..];
            var boxes = Ops.Concatenate([(delta[Ops.Ellipsis, ..2] * size) + from[Ops.Ellipsis, ..2], Ops.Exp(delta[Ops.Ellipsis, 2..]) * size], -1);
            return ConvertFormat(boxes, encodedFormat, boxFormat, height, width);
        }

        /// <exception cref="ArgumentException">The format is unknown.</exception>
        internal static string CheckFormat(string format) => Array.Find(_formats, f => f.Equals(format, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"Invalid bounding box format. Supported formats: {string.Join(", ", _formats)}. Received: {format}", nameof(format));

        private static bool IsRelative(string format) => format.StartsWith("rel_", StringComparison.Ordinal);

        private static string Plain(string format) => IsRelative(format) ? format[4..] : format;

        /// <summary>Left, top, right, bottom.</summary>
        private static Tensor[] Corners(Tensors parts, string format)
        {
            var (a, b, c, d) = parts;
            return format switch
            {
                "yxyx" => [b, a, d, c],
                "xywh" => [a, b, a + c, b + d],
                "center_xywh" => [a - (c / 2.0), b - (d / 2.0), a + (c / 2.0), b + (d / 2.0)],
                "center_yxhw" => [b - (d / 2.0), a - (c / 2.0), b + (d / 2.0), a + (c / 2.0)],
                _ => [a, b, c, d],
            };
        }

        private static Tensor[] Written(Tensor[] corners, string format)
        {
            var (x1, y1, x2, y2) = (corners[0], corners[1], corners[2], corners[3]);
            var (width, height) = (x2 - x1, y2 - y1);
            return format switch
            {
                "yxyx" => [y1, x1, y2, x2],
                "xywh" => [x1, y1, width, height],
                "center_xywh" => [x1 + (width / 2.0), y1 + (height / 2.0), width, height],
                "center_yxhw" => [y1 + (height / 2.0), x1 + (width / 2.0), height, width],
                _ => corners,
            };
        }

        private static Tensor InPixels(Tensor boxes, string format, TensorShape? imageShape)
        {
            if (IsRelative(CheckFormat(format)) && imageShape is null)
            {
                throw new ArgumentException(
                    $"When using relative bounding box formats (e.g. `rel_yxyx`) the `image_shape` argument must be provided. Received: bounding_box_format={format}", nameof(imageShape));
            }

            var (height, width) = Size(imageShape);
            return ConvertFormat(boxes, format, "xyxy", height, width);
        }

        private static (Tensor? Height, Tensor? Width) Size(TensorShape? imageShape) => imageShape is null ? (null, null) : (imageShape[0], imageShape[1]);

        private static Tensor? Variance(double[]? variance, string format) =>
            format is not ("center_xywh" or "center_yxhw") ? throw new ArgumentException($"`encoding_format` should be one of 'center_xywh' or 'center_yxhw', got {format}", nameof(format))
            : variance is null ? null
            : variance.Length == 4 ? Ops.Cast(Tensor.Create<double>(variance, 4), DataType.Float32)
            : throw new ArgumentException($"`variance` must be length 4, got {variance.Length} numbers", nameof(variance));
    }
}
