namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>One dimension as an int32 number: a constant where it is known.</summary>
    public static Tensor Dim(Tensor x, int axis) => x.Shape[axis] is >= 0 and var known
        ? Scalar(known)
        : StridedSlice(Shape(x), axis);

    /// <summary>A vector of dimensions: a constant where all are known.</summary>
    public static Tensor Dims(params ReadOnlySpan<Tensor> dims)
    {
        var known = new int[dims.Length];
        for (var i = 0; i < known.Length; i++)
        {
            if (!dims[i].IsConcrete)
            {
                return Pack(dims);
            }

            known[i] = NumberReader.Ints(dims[i])[0];
        }

        return Constant(known);
    }

    /// <summary>Product of dimensions: a constant where all are known.</summary>
    /// <exception cref="ArgumentException">It is larger than an axis can be.</exception>
    public static Tensor Product(params ReadOnlySpan<Tensor> dims)
    {
        var (known, product) = (1, (Tensor?)null);
        foreach (var dim in dims)
        {
            if (dim.IsConcrete)
            {
                var size = (long)known * NumberReader.Ints(dim)[0];
                known = size <= int.MaxValue ? (int)size : throw new ArgumentException($"An axis has at most {int.MaxValue} elements. Received: {size}.");
            }
            else
            {
                product = product is null ? dim : Mul(product, dim);
            }
        }

        return product is null ? Scalar(known) : known == 1 ? product : Mul(product, Scalar(known));
    }

    /// <summary>All dimensions of a tensor, each an int32 number.</summary>
    public static Tensor[] DimsOf(Tensor x)
    {
        var dims = new Tensor[x.Rank];
        for (var i = 0; i < dims.Length; i++)
        {
            dims[i] = Dim(x, i);
        }

        return dims;
    }

    /// <summary>The same elements under a shape of dimensions, some of which are known when the graph runs.</summary>
    public static Tensor Reshape(Tensor x, ReadOnlySpan<Tensor> dims)
    {
        // A single unknown dimension is -1, and the shape a constant.
        var unknown = -1;
        var known = new int[dims.Length];
        for (var i = 0; i < dims.Length; i++)
        {
            if (dims[i].IsConcrete)
            {
                known[i] = NumberReader.Ints(dims[i])[0];
            }
            else if (unknown < 0)
            {
                (unknown, known[i]) = (i, -1);
            }
            else
            {
                return Reshape(x, Dims(dims));
            }
        }

        return unknown >= 0 && Array.IndexOf(known, 0) >= 0 ? Reshape(x, Dims(dims)) : Reshape(x, Constant(known));
    }
}
