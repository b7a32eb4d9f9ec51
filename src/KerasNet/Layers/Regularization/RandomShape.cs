namespace KerasNet.Layers;

/// <summary>The shape of a tensor for a random function, unknown dimensions read when the step runs.</summary>
internal static class RandomShape
{
    public static Tensor[] Of(Tensor x) => [.. Enumerable.Range(0, x.Rank).Select(i => x.Shape[i] >= 0 ? (Tensor)x.Shape[i] : RawOps.Shape(x)[i])];
}
