namespace KerasNet.TensorFlow.Programs;

/// <summary>A list of tensors of one shape, as the loops of recurrent layers have: one tensor with the list's axis in front.</summary>
/// <param name="DType">Type of the elements.</param>
/// <param name="Count">Number of elements.</param>
/// <param name="Element">Shape of an element as far as it is known; null where not even its rank is.</param>
/// <param name="Items">The elements; null as long as none was set and their shape is not known.</param>
internal sealed record TensorList(DataType DType, int Count, TensorShape? Element, Tensor? Items)
{
    /// <summary>Whether a loop collects what is set, one element a step: then the items are that element alone.</summary>
    public bool IsCollected { get; init; }

    /// <summary>A list of zeros; they are made when the shape of an element is known.</summary>
    public static TensorList Reserved(DataType dtype, int count, TensorShape? element) =>
        new(dtype, count, element, element is { IsFullyDefined: true } known ? Zeros(dtype, count, known) : null);

    /// <summary>The list with elements of a shape, zeros where it had none.</summary>
    public TensorList Of(TensorShape element) => Items is not null ? this
        : element.IsFullyDefined ? this with { Element = element, Items = Zeros(DType, Count, element) }
        : throw new NotSupportedException($"A list of tensors whose elements have shape {element} is not made on the managed backend, which needs known sizes. Choose the tensorflow backend.");

    private static Tensor Zeros(DataType dtype, int count, TensorShape element) => Fill(dtype, element.Insert(0, count));

    private static Tensor Fill(DataType dtype, TensorShape shape)
    {
        ProgramLimits.CheckElements(shape);
        return RawOps.Fill(RawOps.Constant(shape.Dims), RawOps.Scalar(0, dtype));
    }
}
