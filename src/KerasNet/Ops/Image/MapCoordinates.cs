namespace KerasNet;

public static partial class Ops
{
    public static partial class Image
    {
        /// <summary>Elements at coordinates, interpolated between neighbours.</summary>
        /// <remarks>Python: <c>keras.ops.image.map_coordinates</c>.</remarks>
        /// <param name="inputs">Tensor of rank n.</param>
        /// <param name="coordinates">Tensor <c>(n, …)</c>: for each axis of the input where to look.</param>
        /// <param name="order">0 for the nearest element, 1 for linear interpolation.</param>
        /// <param name="fillMode">What lies outside: <c>constant</c>, <c>nearest</c>, <c>wrap</c>, <c>mirror</c> or <c>reflect</c>.</param>
        /// <param name="fillValue">The number outside, for <c>constant</c>.</param>
        /// <returns>Tensor of the shape of <paramref name="coordinates"/> without its first axis.</returns>
        /// <exception cref="ArgumentException">An argument does not fit.</exception>
        /// <exception cref="NotSupportedException">The order is above 1.</exception>
        public static Tensor MapCoordinates(Tensor inputs, Tensor coordinates, int order, string fillMode = "constant", double fillValue = 0)
        {
            if (fillMode is not ("constant" or "nearest" or "wrap" or "mirror" or "reflect"))
            {
                throw new ArgumentException($"Invalid value for argument `fill_mode`. Expected one of {{'constant', 'nearest', 'wrap', 'mirror', 'reflect'}}. Received: fill_mode={fillMode}", nameof(fillMode));
            }

            return Run(
                "MapCoordinates",
                inputs,
                coordinates,
                (x, c) =>
                {
                    if (c.Shape[0] != x.Rank)
                    {
                        throw new ArgumentException(
                            $"First dim of `coordinates` must be the same as the rank of `inputs`. Received inputs with shape: {x.Shape} and coordinate leading dim of {c.Shape[0]}", nameof(coordinates));
                    }

                    if (c.Rank < 2)
                    {
                        throw new ArgumentException($"Invalid coordinates rank: expected at least rank 2. Received input with shape: {c.Shape}", nameof(coordinates));
                    }

                    return new CoordinateSampler(order, fillMode, fillValue).Sample(x, RawOps.Unpack(c, x.Rank), null);
                },
                ("order", order), ("fill_mode", fillMode), ("fill_value", fillValue));
        }
    }
}
