using KerasNet.Hdf5;
using KerasNet.Layers;
using KerasNet.Optimizers;

namespace KerasNet.Saving;

/// <summary>An optimizer's state in <c>.h5</c> files as Keras 2.11 to 2.16 writes it: counter, then the slots in their order. The rate stands in the config.</summary>
internal static class Keras2Optimizer
{
    public static void Write(Optimizer optimizer, Hdf5GroupWriter group)
    {
        List<KerasVariable> variables = [.. optimizer.Variables.Where(v => v.Name != "learning_rate")];
        string[] names = [.. variables.Select((v, i) => $"{(v.Name == "iteration" ? v.Name : $"{optimizer.Name}/{i}/{v.Name}")}:0")];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Array.IndexOf(names, names[i]) < i ? $"{optimizer.Name}/{i}/{names[i]}" : names[i];
        }

        group.SetTexts("weight_names", names);
        foreach (var (name, value) in names.Zip(WeightValues.Read(variables)))
        {
            WeightWriter.Add(group, name, value);
        }
    }
}
