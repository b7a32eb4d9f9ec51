using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The different slices along an axis in the order in which they come first, the number of its slice for each place, and how often each comes.</summary>
    public static (Tensor Values, Tensor Places, Tensor Counts) UniqueWithCountsV2(Tensor x, int axis)
    {
        var all = Op<UniqueWithCountsV2Op>.Instance.Call([x, Constant(axis)], ("out_idx", DataType.Int32));
        return (all[0], all[1], all[2]);
    }
}

/// <summary>Different slices along an axis.</summary>
internal sealed class UniqueWithCountsV2Op : OpDefinition
{
    public override string Name => "UniqueWithCountsV2";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var axis = NumberReader.Ints(node.Inputs[1])[0];
        return [new(x.DType, x.Shape.With(axis, -1)), new(DataType.Int32, new TensorShape(x.Shape[axis])), new(DataType.Int32, new TensorShape(-1))];
    }

    public override void Run(Kernel kernel)
    {
        var (x, axis) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1))[0]);
        var (outer, count, inner) = ((int)x.Shape[..axis].Size, x.Shape[axis], (int)x.Shape[(axis + 1)..].Size * x.DType.Size());
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (first, places, counts) = (new List<int>(), new int[count], new List<int>());
        var slice = new byte[outer * inner];
        for (var i = 0; i < count; i++)
        {
            for (var o = 0; o < outer; o++)
            {
                x.Bytes().Slice(((o * count) + i) * inner, inner).CopyTo(slice.AsSpan(o * inner));
            }

            Normalize(slice, x.DType);
            var key = Convert.ToBase64String(slice);
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = first.Count;
                first.Add(i);
                counts.Add(0);
            }

            places[i] = number;
            counts[number]++;
        }

        var y = kernel.Allocate(0, x.Shape.With(axis, first.Count)).WritableBytes();
        for (var o = 0; o < outer; o++)
        {
            for (var k = 0; k < first.Count; k++)
            {
                x.Bytes().Slice(((o * count) + first[k]) * inner, inner).CopyTo(y[(((o * first.Count) + k) * inner)..]);
            }
        }

        places.CopyTo(kernel.Allocate(1, new TensorShape(count)).Writable<int>());
        counts.ToArray().CopyTo(kernel.Allocate(2, new TensorShape(counts.Count)).Writable<int>());
    }

    /// <summary>Both zeros of a float are one number.</summary>
    private static void Normalize(Span<byte> slice, DataType type)
    {
        if (type is not (DataType.Float32 or DataType.Float64 or DataType.Float16 or DataType.BFloat16))
        {
            return;
        }

        var size = type.Size();
        for (var i = 0; i < slice.Length; i += size)
        {
            var element = slice.Slice(i, size);
            if (element[^1] == 0x80 && !element[..^1].ContainsAnyExcept((byte)0))
            {
                element[^1] = 0;
            }
        }
    }
}
