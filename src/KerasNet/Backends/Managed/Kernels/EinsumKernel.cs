using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Einstein's summation: both inputs are brought into the order (batch, own axes, summed axes), multiplied, and the result into its own order.</summary>
internal static unsafe class EinsumKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static void Run(EinsumEquation equation, Tensor a, Tensor y)
    {
        var x = Labelled.Of(equation.A, a);
        var to = Labelled.Of(equation.Output, y);
        y.Writable<T>().Clear();
        var kept = string.Concat(equation.Output.Distinct());
        var gone = string.Concat(x.Labels.Where(c => !kept.Contains(c)));
        Sum((T*)a.Pointer, x, (T*)y.Pointer, to, kept, gone);
    }

    public static void Run(EinsumEquation equation, Tensor a, Tensor b, Tensor y)
    {
        var (p, q) = (Labelled.Of(equation.A, a), Labelled.Of(equation.B!, b));
        var output = string.Concat(equation.Output.Distinct());
        var both = string.Concat(p.Labels.Where(q.Labels.Contains));
        var batch = string.Concat(output.Where(both.Contains));
        var summed = string.Concat(both.Where(c => !output.Contains(c)));
        var ownA = string.Concat(output.Where(c => p.Labels.Contains(c) && !both.Contains(c)));
        var ownB = string.Concat(output.Where(c => q.Labels.Contains(c) && !both.Contains(c)));

        var (n, m, k, count) = (q.Size(ownB), p.Size(ownA), p.Size(summed), p.Size(batch));
        using var left = new Scratch<T>((long)count * m * k);
        using var right = new Scratch<T>((long)count * k * n);
        using var product = new Scratch<T>((long)count * m * n);
        var pa = Arrange((T*)a.Pointer, p, batch, ownA, summed, left.Pointer, out var transposeA);
        var pb = Arrange((T*)b.Pointer, q, batch, summed, ownB, right.Pointer, out var transposeB);
        var direct = equation.Output == batch + ownA + ownB;
        var result = direct ? (T*)y.Pointer : product.Pointer;
        int[] counts = [count];
        BatchGemm.Multiply(transposeA, transposeB, counts, counts, counts, m, n, k, pa, pb, result);
        if (!direct)
        {
            y.Writable<T>().Clear();
            var made = Labelled.Dense(batch + ownA + ownB, c => p.Labels.Contains(c) ? p.Size(c) : q.Size(c));
            Sum(result, made, (T*)y.Pointer, Labelled.Of(equation.Output, y), output, string.Empty);
        }
    }

    /// <summary>The input itself when its axes already lie as (batch, rows, columns) or (batch, columns, rows), else a copy.</summary>
    private static T* Arrange(T* x, Labelled labelled, string batch, string rows, string columns, T* copy, out bool transposed)
    {
        transposed = false;
        if (labelled.Is(batch + rows + columns))
        {
            return x;
        }

        if (labelled.Is(batch + columns + rows))
        {
            transposed = true;
            return x;
        }

        var kept = batch + rows + columns;
        var gone = string.Concat(labelled.Labels.Where(c => !kept.Contains(c)));
        new Span<T>(copy, labelled.Size(kept)).Clear();
        Sum(x, labelled, copy, Labelled.Dense(kept, labelled.Size), kept, gone);
        return copy;
    }

    /// <summary>Adds every element to its place, the axes <paramref name="gone"/> to one place.</summary>
    private static void Sum(T* x, Labelled from, T* y, Labelled to, string kept, string gone)
    {
        var order = gone + kept;
        var sizes = order.Select(from.Size).ToArray();
        if (Array.IndexOf(sizes, 0) >= 0)
        {
            return;
        }

        Walk(x, y, sizes, [.. order.Select(from.Stride)], [.. order.Select(c => gone.Contains(c) ? 0 : to.Stride(c))], 0);
    }

    private static void Walk(T* x, T* y, int[] sizes, int[] strideX, int[] strideY, int depth)
    {
        if (depth == sizes.Length)
        {
            *y += *x;
            return;
        }

        var (n, sx, sy) = (sizes[depth], strideX[depth], strideY[depth]);
        if (depth == sizes.Length - 1)
        {
            for (var i = 0; i < n; i++)
            {
                y[(long)i * sy] += x[(long)i * sx];
            }

            return;
        }

        for (var i = 0; i < n; i++)
        {
            Walk(x + ((long)i * sx), y + ((long)i * sy), sizes, strideX, strideY, depth + 1);
        }
    }

    /// <summary>Axes by letter; a letter that stands twice walks the diagonal.</summary>
    private sealed class Labelled(string labels, Dictionary<char, (int Size, int Stride)> axes, bool diagonal)
    {
        public string Labels { get; } = labels;

        public static Labelled Of(string labels, Tensor x)
        {
            var axes = new Dictionary<char, (int Size, int Stride)>();
            var stride = 1;
            for (var i = labels.Length - 1; i >= 0; i--)
            {
                axes[labels[i]] = (x.Shape[i], axes.GetValueOrDefault(labels[i]).Stride + stride);
                stride *= x.Shape[i];
            }

            return new(string.Concat(labels.Distinct()), axes, axes.Count < labels.Length);
        }

        public static Labelled Dense(string labels, Func<char, int> size)
        {
            var axes = new Dictionary<char, (int Size, int Stride)>();
            var stride = 1;
            foreach (var label in labels.Reverse())
            {
                axes[label] = (size(label), stride);
                stride *= size(label);
            }

            return new(labels, axes, false);
        }

        public int Size(char label) => axes[label].Size;

        public int Size(string labels) => labels.Aggregate(1, (p, c) => p * axes[c].Size);

        public int Stride(char label) => axes[label].Stride;

        public bool Is(string order) => !diagonal && Labels == order;
    }
}
