namespace KerasNet;

public static partial class Ops
{
    /// <summary>Connectionist temporal classification: the loss of label sequences whose positions in time are not known.</summary>
    /// <remarks>Python: <c>keras.ops.ctc_loss</c>. Graves et al., 2006.</remarks>
    /// <param name="target">Class numbers <c>(batch, labels)</c>.</param>
    /// <param name="output">Logits <c>(batch, time, classes)</c>.</param>
    /// <param name="targetLength">Number of labels of each sequence.</param>
    /// <param name="outputLength">Number of steps of each sequence.</param>
    /// <param name="maskIndex">The blank's class number.</param>
    public static Tensor CtcLoss(Tensor target, Tensor output, Tensor targetLength, Tensor outputLength, int maskIndex = 0) =>
        Run("CTCLoss", [target, output, targetLength, outputLength], t =>
        {
            var logits = AtLeastFloat32(t[1]);
            var (labels, blank) = (RawOps.Cast(t[0], DataType.Int32), RawOps.Scalar(maskIndex));
            var positions = RawOps.Range(RawOps.StridedSlice(RawOps.Shape(labels), 1));
            var there = RawOps.Where(RawOps.Less(positions, RawOps.ExpandDims(RawOps.Cast(t[2], DataType.Int32), 1)));
            var values = RawOps.GatherNd(labels, there);

            // The op's blank is the last class.
            values = RawOps.SelectV2(RawOps.Less(values, blank), values, RawOps.Sub(values, RawOps.Scalar(1)));
            var timeMajor = RawOps.Transpose(BlankLast(logits, maskIndex), 1, 0, 2);
            return RawOps.CTCLoss(timeMajor, there, values, RawOps.Cast(t[3], DataType.Int32));
        }, ("mask_index", maskIndex));

    private static Tensor BlankLast(Tensor logits, int blank)
    {
        var classes = logits.Shape[2];
        return blank == classes - 1 ? logits
            : classes < 0 || blank < 0 || blank >= classes
            ? throw new ArgumentException($"mask_index must be one of the classes. Received: mask_index={blank} for output.shape={logits.Shape}.", nameof(blank))
            : RawOps.GatherV2(logits, RawOps.Constant([.. Enumerable.Range(0, classes).Where(c => c != blank), blank]), 2);
    }
}
