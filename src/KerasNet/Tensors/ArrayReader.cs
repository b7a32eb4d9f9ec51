using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KerasNet;

/// <summary>Copies .NET arrays of every usual form into tensors: one-dimensional, rectangular, jagged, text.</summary>
internal static class ArrayReader
{
    public static Tensor Read(Array array)
    {
        var element = array.GetType().GetElementType()!;
        if (element.IsArray)
        {
            return ReadJagged(array);
        }

        var dims = new int[array.Rank];
        for (var i = 0; i < dims.Length; i++)
        {
            dims[i] = array.GetLength(i);
        }

        if (element == typeof(string))
        {
            return new Tensor(new TensorShape(dims), [.. array.Cast<string>()]);
        }

        var tensor = Tensor.Allocate(DataTypes.Of(element), new TensorShape(dims));
        CopyTo(array, tensor, 0);
        return tensor;
    }

    private static unsafe void CopyTo(Array array, Tensor tensor, long byteOffset)
    {
        var bytes = array.LongLength * tensor.DType.Size();
        if (bytes > 0)
        {
            fixed (byte* source = &MemoryMarshal.GetArrayDataReference(array))
            {
                System.Buffer.MemoryCopy(source, tensor.Pointer + byteOffset, tensor.ByteLength - byteOffset, bytes);
            }
        }
    }

    private static Tensor ReadJagged(Array array)
    {
        var dims = new List<int>();
        var level = array;
        while (true)
        {
            dims.Add(level.Length);
            if (!level.GetType().GetElementType()!.IsArray)
            {
                break;
            }

            level = level.Length > 0 ? (Array?)level.GetValue(0) ?? throw Ragged() : (Array)Activator.CreateInstance(level.GetType().GetElementType()!, 0)!;
        }

        var shape = new TensorShape([.. dims]);
        var leaves = Leaves(array, [.. dims], 0).ToList();
        if (level.GetType().GetElementType() == typeof(string))
        {
            return new Tensor(shape, [.. leaves.SelectMany(l => l.Cast<string>())]);
        }

        var tensor = Tensor.Allocate(DataTypes.Of(level.GetType().GetElementType()!), shape);
        var offset = 0L;
        foreach (var leaf in leaves)
        {
            CopyTo(leaf, tensor, offset);
            offset += leaf.LongLength * tensor.DType.Size();
        }

        return tensor;
    }

    private static IEnumerable<Array> Leaves(Array array, int[] dims, int depth)
    {
        if (array.Length != dims[depth])
        {
            throw Ragged();
        }

        return depth == dims.Length - 1
            ? [array]
            : array.Cast<Array?>().SelectMany(a => Leaves(a ?? throw Ragged(), dims, depth + 1));
    }

    private static ArgumentException Ragged() => new(
        "The rows of a jagged array must have the same length. Received: rows of different lengths. Pad them first, as PadSequences does.");
}
