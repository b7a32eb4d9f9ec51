namespace KerasNet.Quantizers;

/// <summary>Two integers of four bits in a byte.</summary>
internal static class Int4
{
    public static (Tensor Packed, TensorShape PackedShape, int OrigLen) Pack(Tensor x, int axis, DataType dtype)
    {
        Check(dtype);
        if (x.DType != dtype)
        {
            throw new ArgumentException($"Expected {dtype.Name()} tensor for packing, got {x.DType.Name()}.", nameof(x));
        }

        if (!x.IsConcrete)
        {
            throw x.NoValue("arr");
        }

        axis = x.Shape.Axis(axis);
        var (length, half) = (x.Shape[axis], (x.Shape[axis] + 1) / 2);
        var (outer, inner) = Around(x.Shape, axis);
        var shape = x.Shape.With(axis, half);
        var packed = new byte[shape.Size];
        var from = x.Bytes();
        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < length; i++)
            {
                for (var n = 0; n < inner; n++)
                {
                    packed[(((o * half) + (i / 2)) * inner) + n] |= (byte)((from[(((o * length) + i) * inner) + n] & 15) << (4 * (i % 2)));
                }
            }
        }

        return (dtype == DataType.UInt8 ? Tensor.Create<byte>(packed, shape) : Tensor.Create(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(packed), shape), shape, length);
    }

    public static Tensor Unpack(Tensor packed, int length, int axis, DataType dtype)
    {
        Check(dtype);
        if (packed.DType is not (DataType.Int8 or DataType.UInt8))
        {
            throw new ArgumentException($"Expected int8 or uint8 tensor for unpacking, got {packed.DType.Name()}.", nameof(packed));
        }

        axis = packed.Shape.Axis(axis);
        if (length > 2 * packed.Shape[axis])
        {
            throw new ArgumentException($"Axis {axis} holds {2 * packed.Shape[axis]} integers at most. Received: origLen={length}, packed.shape={packed.Shape}.", nameof(length));
        }

        // 32 bits: every backend shifts and compares them.
        var bits = Ops.Cast(packed, DataType.Int32);
        var (low, high) = (RawOps.BitwiseAnd(bits, RawOps.Scalar(15)), RawOps.BitwiseAnd(RawOps.RightShift(bits, RawOps.Scalar(4)), RawOps.Scalar(15)));
        var both = Ops.Stack(new Tensors([low, high]), axis + 1);
        var dims = packed.Shape.With(axis, 2 * packed.Shape[axis]);
        var values = Ops.Reshape(both, dims);
        if (length != dims[axis])
        {
            values = RawOps.Slice(values, RawOps.Constant(new int[dims.Rank]), RawOps.Constant(dims.With(axis, length).Dims));
        }

        return Ops.Cast(dtype == DataType.UInt8 ? values : RawOps.Sub(RawOps.BitwiseXor(values, RawOps.Scalar(8)), RawOps.Scalar(8)), dtype);
    }

    private static (int Outer, int Inner) Around(TensorShape shape, int axis) => ((int)shape[..axis].Size, (int)shape[(axis + 1)..].Size);

    private static void Check(DataType dtype)
    {
        if (dtype is not (DataType.Int8 or DataType.UInt8))
        {
            throw new ArgumentException($"Expected dtype to be 'int8' or 'uint8', but got '{dtype.Name()}'.", nameof(dtype));
        }
    }
}
