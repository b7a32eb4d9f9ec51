namespace KerasNet.Layers;

/// <summary>The dropout masks of a walk, the same at all time steps: none, one for all gates, or one for each gate.</summary>
internal sealed record DropoutMasks(Tensor[] Input, Tensor[] State)
{
    /// <summary>Draws the masks; without training only the seed moves on, as Keras's does.</summary>
    /// <param name="like">A tensor of the shape of a step's input.</param>
    /// <param name="state">The first state.</param>
    /// <param name="options">The rates.</param>
    /// <param name="count">How many masks of each kind are drawn.</param>
    /// <param name="seeds">Where the numbers come from.</param>
    /// <param name="training">Whether dropout acts.</param>
    public static DropoutMasks Draw(Tensor like, Tensor state, CellOptions options, int count, SeedGenerator seeds, bool training)
    {
        Tensor[] Of(Tensor shape, double rate)
        {
            if (rate == 0)
            {
                return [];
            }

            if (!training)
            {
                for (var i = 0; i < count; i++)
                {
                    seeds.Next();
                }

                return [];
            }

            Tensor[] masks = [.. Enumerable.Range(0, count).Select(_ => RandomOps.Dropout(Ops.OnesLike(shape), rate, null, seeds))];
            return masks;
        }

        return new DropoutMasks(Of(like, options.Dropout), Of(state, options.RecurrentDropout));
    }
}
