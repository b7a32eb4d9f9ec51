namespace KerasNet;

public static partial class Ops
{
    /// <summary>Turns the plane of two axes by <paramref name="k"/> right angles, from the first axis towards the second.</summary>
    /// <remarks>Python: <c>keras.ops.rot90</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="axes"/> are not two different axes.</exception>
    public static Tensor Rot90(Tensor array, int k = 1, int[]? axes = null) => Run(
        "Rot90",
        array,
        t =>
        {
            int[] plane = [.. (axes ?? [0, 1]).Select(t.Shape.Axis)];
            if (plane.Length != 2 || plane[0] == plane[1])
            {
                throw new ArgumentException($"Invalid axes: [{string.Join(", ", axes ?? [0, 1])}]. Axes must be a tuple of two different dimensions.", nameof(axes));
            }

            return (((k % 4) + 4) % 4) switch
            {
                0 => t,
                1 => Flip(SwapAxes(t, plane[0], plane[1]), plane[0]),
                2 => Flip(t, plane),
                _ => SwapAxes(Flip(t, plane[0]), plane[0], plane[1]),
            };
        },
        ("k", k),
        ("axes", axes ?? [0, 1]));
}
