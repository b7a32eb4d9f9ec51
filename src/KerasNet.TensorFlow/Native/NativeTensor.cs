using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace KerasNet.TensorFlow.Native;

/// <summary>Makes <c>TF_Tensor</c>s of values, and values of them.</summary>
internal static unsafe class NativeTensor
{
    private const int MaxRank = 254;

    /// <summary>A tensor over the value's own memory: no copy where it is aligned. The value must live, unchanged, as long as the tensor.</summary>
    public static nint Wrap(Tensor value)
    {
        if (value.Text is not null)
        {
            return Copy(value);
        }

        var dims = stackalloc long[Rank(value)];
        Fill(value, dims);
        var tensor = NativeMethods.TF_NewTensor((int)value.DType, dims, value.Rank, value.Pointer, (nuint)value.ByteLength, (nint)(delegate* unmanaged[Cdecl]<void*, nuint, void*, void>)&Nothing, 0);
        return tensor != 0 ? tensor : throw NoTensor(value);
    }

    /// <summary>A tensor in TensorFlow's own memory.</summary>
    public static nint Copy(Tensor value)
    {
        var dims = stackalloc long[Rank(value)];
        Fill(value, dims);
        var bytes = value.Text is { } text ? (long)text.Length * sizeof(TF_TString) : value.ByteLength;
        var tensor = NativeMethods.TF_AllocateTensor((int)value.DType, dims, value.Rank, (nuint)bytes);
        if (tensor == 0)
        {
            throw NoTensor(value);
        }

        var data = NativeMethods.TF_TensorData(tensor);
        if (value.Text is null)
        {
            Buffer.MemoryCopy(value.Pointer, data, bytes, bytes);
        }
        else
        {
            WriteText(value.Text, (TF_TString*)data);
        }

        return tensor;
    }

    /// <summary>Deletes a tensor that was made of a value.</summary>
    public static void Delete(nint tensor, Tensor value)
    {
        if (value.Text is { } text)
        {
            var cells = (TF_TString*)NativeMethods.TF_TensorData(tensor);
            for (var i = 0; i < text.Length; i++)
            {
                NativeMethods.TF_StringDealloc(cells + i);
            }
        }

        NativeMethods.TF_DeleteTensor(tensor);
    }

    /// <summary>Copies a result into the place that the caller gave; into a new value where there is none of its type and size.</summary>
    public static Tensor Deliver(nint tensor, Tensor? place)
    {
        var type = (DataType)NativeMethods.TF_TensorType(tensor);
        if (type == DataType.String)
        {
            var shape = ShapeOf(tensor);
            return new Tensor(shape, ReadText(tensor, checked((int)shape.Size)));
        }

        var bytes = (long)NativeMethods.TF_TensorByteSize(tensor);
        if (place is null || place.DType != type || place.ByteLength != bytes)
        {
            place = Tensor.Allocate(type, ShapeOf(tensor));
        }

        Buffer.MemoryCopy(NativeMethods.TF_TensorData(tensor), place.Pointer, bytes, bytes);
        return place;
    }

    public static TensorShape ShapeOf(nint tensor)
    {
        var rank = NativeMethods.TF_NumDims(tensor);
        Span<int> dims = stackalloc int[rank];
        for (var i = 0; i < rank; i++)
        {
            dims[i] = checked((int)NativeMethods.TF_Dim(tensor, i));
        }

        return new TensorShape(dims);
    }

    public static long[] Dims(TensorShape shape)
    {
        var dims = new long[shape.Rank];
        for (var i = 0; i < dims.Length; i++)
        {
            dims[i] = shape[i];
        }

        return dims;
    }

    private static int Rank(Tensor value) => value.Rank <= MaxRank
        ? value.Rank
        : throw new ArgumentException($"A tensor has at most {MaxRank} dimensions. Received: {value.Rank}.");

    private static void Fill(Tensor value, long* dims)
    {
        var shape = value.Shape.Dims;
        for (var i = 0; i < shape.Length; i++)
        {
            dims[i] = shape[i];
        }
    }

    private static InvalidOperationException NoTensor(Tensor value) =>
        new($"TensorFlow takes no tensor of type {value.DType.Name()} and shape {value.Shape}.");

    private static void WriteText(string[] text, TF_TString* cells)
    {
        for (var i = 0; i < text.Length; i++)
        {
            NativeMethods.TF_StringInit(cells + i);
            var bytes = Encoding.UTF8.GetBytes(text[i]);
            fixed (byte* p = bytes)
            {
                NativeMethods.TF_StringCopy(cells + i, p, (nuint)bytes.Length);
            }
        }
    }

    private static string[] ReadText(nint tensor, int count)
    {
        var cells = (TF_TString*)NativeMethods.TF_TensorData(tensor);
        var text = new string[count];
        for (var i = 0; i < count; i++)
        {
            text[i] = Encoding.UTF8.GetString(NativeMethods.TF_StringGetDataPointer(cells + i), checked((int)NativeMethods.TF_StringGetSize(cells + i)));
        }

        return text;
    }

    /// <summary>The deallocator of memory that is the value's own.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Nothing(void* data, nuint length, void* argument)
    {
    }
}
