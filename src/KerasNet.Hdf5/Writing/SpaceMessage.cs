namespace KerasNet.Hdf5.Writing;

/// <summary>A shape, version 1: rank, sizes, and the same as largest sizes, as h5py writes it.</summary>
internal static class SpaceMessage
{
    public static byte[] Of(ReadOnlySpan<long> shape)
    {
        var block = new Block();
        block.Write([1, (byte)shape.Length, shape.Length > 0 ? (byte)1 : (byte)0, 0, 0, 0, 0, 0]);
        for (int twice = 0; twice < 2; twice++)
        {
            foreach (long dimension in shape)
            {
                block.Write(dimension);
            }
        }

        return block.ToArray();
    }
}
