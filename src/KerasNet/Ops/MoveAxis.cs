namespace KerasNet;

public static partial class Ops
{
    /// <summary>Moves an axis to another place; the others keep their order.</summary>
    /// <remarks>Python: <c>keras.ops.moveaxis</c>.</remarks>
    public static Tensor MoveAxis(Tensor x, int source, int destination) => MoveAxis(x, [source], [destination]);

    /// <summary>Moves axes to other places; the others keep their order.</summary>
    /// <exception cref="ArgumentException">There are not as many destinations as sources.</exception>
    public static Tensor MoveAxis(Tensor x, int[] source, int[] destination)
    {
        if (source.Length != destination.Length)
        {
            throw new ArgumentException($"Inconsistent number of `source` and `destination`. Received: source=[{string.Join(", ", source)}], destination=[{string.Join(", ", destination)}]", nameof(destination));
        }

        return Run(
            "Moveaxis",
            x,
            t =>
            {
                int[] from = [.. source.Select(t.Shape.Axis)];
                int[] to = [.. destination.Select(t.Shape.Axis)];
                var order = Enumerable.Range(0, t.Rank).Except(from).ToList();
                foreach (var i in Enumerable.Range(0, to.Length).OrderBy(i => to[i]))
                {
                    order.Insert(to[i], from[i]);
                }

                return RawOps.Transpose(t, [.. order]);
            },
            ("source", source.Length == 1 ? source[0] : source),
            ("destination", destination.Length == 1 ? destination[0] : destination));
    }
}
