using System.Runtime.InteropServices;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Attributes of a node of a <c>TF_Graph</c>.</summary>
internal readonly unsafe struct GraphAttributes(nint description) : IAttributeSink
{
    public void Set(string name, long value) => NativeMethods.TF_SetAttrInt(description, name, value);

    public void Set(string name, float value) => NativeMethods.TF_SetAttrFloat(description, name, value);

    public void Set(string name, bool value) => NativeMethods.TF_SetAttrBool(description, name, value ? (byte)1 : (byte)0);

    public void Set(string name, ReadOnlySpan<byte> text)
    {
        fixed (byte* p = text)
        {
            NativeMethods.TF_SetAttrString(description, name, p, (nuint)text.Length);
        }
    }

    public void Set(string name, DataType value) => NativeMethods.TF_SetAttrType(description, name, (int)value);

    public void Set(string name, TensorShape value)
    {
        fixed (long* dims = NativeTensor.Dims(value))
        {
            NativeMethods.TF_SetAttrShape(description, name, dims, value.Rank);
        }
    }

    public void Set(string name, Tensor value)
    {
        using var status = new StatusHandle();
        var tensor = NativeTensor.Copy(value);
        NativeMethods.TF_SetAttrTensor(description, name, tensor, status.Pointer);
        NativeTensor.Delete(tensor, value);
        status.ThrowIfFailed(name);
    }

    public void SetFunction(string name, string function)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(function);
        fixed (byte* p = text)
        {
            NativeMethods.TF_SetAttrFuncName(description, name, p, (nuint)text.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<long> values)
    {
        fixed (long* p = values)
        {
            NativeMethods.TF_SetAttrIntList(description, name, p, values.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<float> values)
    {
        fixed (float* p = values)
        {
            NativeMethods.TF_SetAttrFloatList(description, name, p, values.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<bool> values)
    {
        fixed (byte* p = MemoryMarshal.AsBytes(values))
        {
            NativeMethods.TF_SetAttrBoolList(description, name, p, values.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<DataType> values)
    {
        fixed (int* p = MemoryMarshal.Cast<DataType, int>(values))
        {
            NativeMethods.TF_SetAttrTypeList(description, name, p, values.Length);
        }
    }

    public void SetList(string name, ReadOnlySpan<TensorShape> values)
    {
        using var lists = new NativeLists(values);
        NativeMethods.TF_SetAttrShapeList(description, name, lists.Dims, lists.Ranks, values.Length);
    }

    public void SetList(string name, string[] values)
    {
        using var lists = new NativeLists(values);
        NativeMethods.TF_SetAttrStringList(description, name, lists.Text, lists.Lengths, values.Length);
    }

    public void SetFunctions(string name, string[] functions)
    {
        using var status = new StatusHandle();
        var list = NativeLists.FunctionsProto(functions);
        fixed (byte* p = list)
        {
            NativeMethods.TF_SetAttrValueProto(description, name, p, (nuint)list.Length, status.Pointer);
        }

        status.ThrowIfFailed(name);
    }
}
