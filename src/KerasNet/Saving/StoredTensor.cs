using KerasNet.Hdf5;

namespace KerasNet.Saving;

/// <summary>Arrays of HDF5 files as tensors, straight into their memory.</summary>
internal static class StoredTensor
{
    /// <summary>The shape of an array.</summary>
    /// <exception cref="InvalidDataException">An axis is longer than arrays can be.</exception>
    public static TensorShape ShapeOf(Hdf5Dataset dataset) => new([.. dataset.Shape.Select(d => d <= int.MaxValue ? (int)d
        : throw new InvalidDataException($"An array of the file has the shape ({string.Join(", ", dataset.Shape)}). Expected at most {int.MaxValue} along each axis."))]);

    /// <exception cref="InvalidDataException">The elements are no numbers, or the file is damaged.</exception>
    public static Tensor Read(Hdf5Dataset dataset)
    {
        var tensor = Tensor.Allocate(TypeOf(dataset), ShapeOf(dataset));
        dataset.ReadBytes(tensor.WritableBytes());
        return tensor;
    }

    // Keras stores bfloat16 as uint16, with the name beside it.
    private static DataType TypeOf(Hdf5Dataset dataset) => dataset.ElementType switch
    {
        Hdf5ElementType.UInt16 when dataset.Attributes.Contains("dtype") && dataset.Attributes.Text("dtype") == "bfloat16" => DataType.BFloat16,
        Hdf5ElementType.Float16 => DataType.Float16,
        Hdf5ElementType.BFloat16 => DataType.BFloat16,
        Hdf5ElementType.Float32 => DataType.Float32,
        Hdf5ElementType.Float64 => DataType.Float64,
        Hdf5ElementType.Int8 => DataType.Int8,
        Hdf5ElementType.Int16 => DataType.Int16,
        Hdf5ElementType.Int32 => DataType.Int32,
        Hdf5ElementType.Int64 => DataType.Int64,
        Hdf5ElementType.UInt8 => DataType.UInt8,
        Hdf5ElementType.UInt16 => DataType.UInt16,
        Hdf5ElementType.UInt32 => DataType.UInt32,
        Hdf5ElementType.UInt64 => DataType.UInt64,
        Hdf5ElementType.Boolean => DataType.Bool,
        _ => throw new InvalidDataException($"Array '{dataset.Path}' of the file holds {dataset.ElementType}. Expected numbers."),
    };
}
