using System.Runtime.InteropServices;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Eager;

/// <summary>Attributes of a call that runs at once.</summary>
internal readonly unsafe struct EagerAttributes(nint op) : IAttributeSink
{
    public void Set(string name, long value) => NativeMethods.TFE_OpSetAttrInt(op, name, value);

    public void Set(string name, float value) => NativeMethods.TFE_OpSetAttrFloat(op, name, value);

    public void Set(string name, bool value) => NativeMethods.TFE_OpSetAttrBool(op, name, value ? (byte)1 : (byte)0);

    public void Set(string name, ReadOnlySpan<byte> text)
    {
        fixed (byte* p = text)
        {
            NativeMethods.TFE_OpSetAttrString(op, name, p, (nuint)text.Length);
        }
    }

    public void Set(string name, DataType value) => NativeMethods.TFE_OpSetAttrType(op, name, (int)value);

    public void Set(string name, TensorShape value)
    {
        using var status = new StatusHandle();
        fixed (long* dims = NativeTensor.Dims(value))
        {
            NativeMethods.TFE_OpSetAttrShape(op, name, dims, value.Rank, status.Pointer);
        }

        status.ThrowIfFailed(name);
    }

    public void Set(string name, Tensor value)
    {
        using var status = new StatusHandle();
        var tensor = NativeTensor.Copy(value);
        NativeMethods.TFE_OpSetAttrTensor(op, name, tensor, status.Pointer);
        NativeTensor.Delete(tensor, value);
        status.ThrowIfFailed(name);
    }

    public void SetFunction(string name, string function)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(function);
        fixed (byte* p = text)
        {
            NativeMethods.TFE_OpSetAttrFunctionName(op, name, p, (nuint)text.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<long> values)
    {
        fixed (long* p = values)
        {
            NativeMethods.TFE_OpSetAttrIntList(op, name, p, values.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<float> values)
    {
        fixed (float* p = values)
        {
            NativeMethods.TFE_OpSetAttrFloatList(op, name, p, values.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<bool> values)
    {
        fixed (byte* p = MemoryMarshal.AsBytes(values))
        {
            NativeMethods.TFE_OpSetAttrBoolList(op, name, p, values.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<DataType> values)
    {
        fixed (int* p = MemoryMarshal.Cast<DataType, int>(values))
        {
            NativeMethods.TFE_OpSetAttrTypeList(op, name, p, values.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<TensorShape> values)
    {
        using var status = new StatusHandle();
        using var lists = new NativeLists(values);
        NativeMethods.TFE_OpSetAttrShapeList(op, name, lists.Dims, lists.Ranks, values.Length, status.Pointer);
        status.ThrowIfFailed(name);
    }

    public void SetList(string name, string[] values)
    {
        using var lists = new NativeLists(values);
        NativeMethods.TFE_OpSetAttrStringList(op, name, lists.Text, lists.Lengths, values.Length);
    }

    public void SetFunctions(string name, string[] functions)
    {
        using var status = new StatusHandle();
        var list = NativeLists.FunctionsProto(functions);
        fixed (byte* p = list)
        {
            NativeMethods.TFE_OpSetAttrValueProto(op, name, p, (nuint)list.Length, status.Pointer);
        }

        status.ThrowIfFailed(name);
    }
}
