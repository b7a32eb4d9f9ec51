using KerasNet.Hdf5;
using KerasNet.Optimizers;

namespace KerasNet.Saving.Legacy;

/// <summary>The optimizer's slots in <c>.h5</c> files, in all layouts: blocks by slot, or side by side by weight; with or without counter and rate. Row 21 of loading-traps.md.</summary>
internal static class LegacyOptimizerState
{
    /// <summary>Fills the variables of a built optimizer; gives what does not fit, or null.</summary>
    public static string? Load(Optimizer optimizer, Model model, Hdf5Group weights, Hdf5Group? state, KerasOrigin origin)
    {
        if (state is null)
        {
            return "the file has none.";
        }

        var stored = (state.Attributes.Texts("weight_names") ?? []).Select(n => LegacyWeight.Of(n, state.Dataset(n))).ToList();
        return SlotLayouts.Fill(optimizer, model, weights, stored, origin);
    }
}
