namespace KerasNet.Backends.Managed;

/// <summary>Loops over elements on several threads. Pieces are whole blocks, so that vector code sees the same lanes however the range is split.</summary>
internal static class ElementLoop
{
    private const int Block = BroadcastLoop.Chunk;

    /// <summary>Work of one piece, in elements of cost 1.</summary>
    private const int Piece = 1 << 17;

    /// <summary>Runs <paramref name="action"/> over <c>[0, length)</c>; <paramref name="cost"/> is that of an element, where an addition is 1.</summary>
    public static void Run<TAction>(int length, int cost, in TAction action)
        where TAction : struct, IRangeAction
    {
        if ((long)length * cost <= Piece)
        {
            action.Run(0, length);
        }
        else
        {
            ManagedThreads.For(length / Block, Math.Max(1, Piece / (Block * cost)), new Blocks<TAction>(action, length));
        }
    }

    /// <summary>Items per piece of a loop over items of <paramref name="elements"/> elements.</summary>
    public static int Grain(long elements, int cost = 1) => (int)Math.Max(1, Piece / Math.Max(1, elements * cost));

    private readonly struct Blocks<TAction>(TAction action, int length) : IRangeAction
        where TAction : struct, IRangeAction
    {
        public void Run(int start, int end) => action.Run(start * Block, end == length / Block ? length : end * Block);
    }
}
