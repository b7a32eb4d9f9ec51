using KerasNet.Saving;

namespace KerasNet.Conformance.ModelFiles;

/// <summary>The classes and functions that models of the fixtures name: what a user would give beside the file.</summary>
internal static class FixtureObjects
{
    public static CustomObjects Of(string folder) => new CustomObjects()
        .Class<ScaleShift>()
        .Loss("weird_mse", (t, p) => Ops.Mean(Ops.Square(t - p) + (0.1 * Ops.Abs(t - p)), -1))
        .Function("lam_anon", x => (x * 2.0) + 0.5)
        .Function("lam_named", x => (x * 3.0) + 1.0);
}
