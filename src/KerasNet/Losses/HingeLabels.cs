namespace KerasNet.Losses;

/// <summary>Targets of the hinge losses.</summary>
internal static class HingeLabels
{
    /// <summary>Makes -1 and 1 of targets that are all 0 or 1.</summary>
    public static Tensor Convert(Tensor yTrue)
    {
        var binary = Ops.All(Ops.LogicalOr(Ops.Equal(yTrue, 0), Ops.Equal(yTrue, 1)));
        return Ops.Where(binary, (2.0 * yTrue) - 1.0, yTrue);
    }
}
