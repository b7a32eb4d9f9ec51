namespace KerasNet;

public static partial class Ops
{
    /// <summary>Whether two shapes are equal, axes and unknown dimensions left out.</summary>
    internal static bool ShapeEqual(TensorShape shape1, TensorShape shape2, int axis, bool allowNone = true) => ShapeEqual(shape1, shape2, [axis], allowNone);

    /// <summary>Whether two shapes are equal, axes and unknown dimensions left out.</summary>
    internal static bool ShapeEqual(TensorShape shape1, TensorShape shape2, int[]? axis = null, bool allowNone = true)
    {
        if (shape1.Rank != shape2.Rank)
        {
            return false;
        }

        var skipped = (axis ?? []).Select(a => a < 0 ? a + shape1.Rank : a).ToHashSet();
        return Enumerable.Range(0, shape1.Rank).All(i => skipped.Contains(i) || shape1[i] == shape2[i] || (allowNone && (shape1[i] < 0 || shape2[i] < 0)));
    }
}
