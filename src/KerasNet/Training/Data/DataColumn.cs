using NumSharp;

namespace KerasNet.Training;

/// <summary>One array of samples: where it lies, its type, its shape. Rows are read from where they are, the user's array included.</summary>
internal sealed unsafe class DataColumn
{
    private readonly object _owner;
    private readonly byte* _pointer;
    private readonly long _rowBytes;

    private DataColumn(object owner, byte* pointer, DataType dtype, TensorShape shape, long rowBytes)
    {
        _owner = owner;
        _pointer = pointer;
        _rowBytes = rowBytes;
        DType = dtype;
        Shape = shape;
        RowSize = checked((int)shape[1..].Size);
    }

    private DataColumn(string[] text, TensorShape shape)
    {
        (_owner, Text, DType, Shape) = (text, text, DataType.String, shape);
        RowSize = checked((int)shape[1..].Size);
    }

    public DataType DType { get; }

    public TensorShape Shape { get; }

    public string[]? Text { get; }

    /// <summary>Number of samples.</summary>
    public int Rows => Shape[0];

    /// <summary>Elements of one sample.</summary>
    public int RowSize { get; }

    public static DataColumn Of(Tensor tensor)
    {
        if (!tensor.IsConcrete)
        {
            throw tensor.NoValue("values to train or predict on");
        }

        if (tensor.Rank == 0)
        {
            throw new ArgumentException("Data has a first axis of samples. Received: a single number, shape=(). Wrap it in an array.");
        }

        return tensor.Text is { } text
            ? new DataColumn(text, tensor.Shape)
            : new DataColumn(tensor, tensor.Pointer, tensor.DType, tensor.Shape, tensor.ByteLength / Math.Max(1, tensor.Shape[0]));
    }

    public static DataColumn Of(NDArray array)
    {
        // The view survives a Dispose of the caller's own object.
        var view = array.ndim == 0 ? throw new ArgumentException("Data has a first axis of samples. Received: a single number, shape=().") : array[":"];
        if (!NumSharpMemory.TryRows(view, out var pointer, out var dtype, out var shape, out var rowBytes))
        {
            view = np.ascontiguousarray(view);
            if (!NumSharpMemory.TryRows(view, out pointer, out dtype, out shape, out rowBytes))
            {
                throw new ArgumentException($"Data of type {view.dtype.Name} cannot be fed. Convert it to float32 or int32 first: x.astype(np.float32).");
            }
        }

        return new DataColumn(view, (byte*)pointer, dtype, shape, rowBytes);
    }

    /// <summary>Rows <paramref name="start"/> to before <paramref name="end"/>: no copy.</summary>
    public DataColumn Slice(int start, int end) => Text is { } text
        ? new DataColumn(text[(start * RowSize)..(end * RowSize)], Shape.With(0, end - start))
        : new DataColumn(_owner, _pointer + (start * _rowBytes), DType, Shape.With(0, end - start), _rowBytes);

    /// <summary>Some rows as a value of their own.</summary>
    public Tensor Take(ReadOnlySpan<int> rows)
    {
        var shape = Shape.With(0, rows.Length);
        var taken = Text is null ? Tensor.Allocate(DType, shape) : new Tensor(shape, new string[shape.Size]);
        Gather(rows, taken);
        return taken;
    }

    /// <summary>Copies rows into a batch, converting to its type.</summary>
    public void Gather(ReadOnlySpan<int> rows, Tensor batch)
    {
        if (Text is not null)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                Text.AsSpan(rows[i] * RowSize, RowSize).CopyTo(batch.Text.AsSpan(i * RowSize));
            }
        }
        else if (DType == batch.DType)
        {
            Move(rows, batch.Pointer, RowSize * DType.Size());
        }
        else
        {
            RowConverter.Gather(_pointer, _rowBytes, DType, rows, RowSize, batch);
        }

        GC.KeepAlive(_owner);
    }

    private void Move(ReadOnlySpan<int> rows, byte* target, int bytes)
    {
        var i = 0;
        while (i < rows.Length)
        {
            // Neighbouring rows go in one copy: data that is not shuffled is one block.
            var run = 1;
            while (_rowBytes == bytes && i + run < rows.Length && rows[i + run] == rows[i] + run)
            {
                run++;
            }

            Buffer.MemoryCopy(_pointer + (rows[i] * _rowBytes), target, (long)bytes * run, (long)bytes * run);
            target += (long)bytes * run;
            i += run;
        }
    }
}
