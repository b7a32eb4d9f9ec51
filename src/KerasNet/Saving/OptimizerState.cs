using System.Globalization;
using KerasNet.Hdf5;
using KerasNet.Optimizers;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>An optimizer's variables in Keras 3's weights files.</summary>
internal static class OptimizerState
{
    public static void Load(Optimizer optimizer, WeightSource source, KerasOrigin origin, string modelName)
    {
        if (!source.Has("optimizer"))
        {
            return;
        }

        try
        {
            // Keras 2 writes the state of an optimizer inside twice, and none of the outer one.
            var path = "optimizer";
            if (optimizer is LossScaleOptimizer scaled && origin.Major < 3)
            {
                (optimizer, path) = (scaled.InnerOptimizer, "optimizer/inner_optimizer");
            }

            new WeightReader(source, skipMismatch: false).Load(Node(SavedTree.OfOptimizer(optimizer), source, path, origin), path);
            if (origin.Major < 3)
            {
                (optimizer as Nadam)?.RestoreProduct(null);
            }
        }
        catch (ArgumentException e)
        {
            Console.Error.WriteLine($"Model '{modelName}': the state of the optimizer could not be restored, so it starts anew: {e.Message}");
        }
    }

    /// <summary>The variables that the file has, in its order.</summary>
    private static SavedNode Node(SavedNode node, WeightSource source, string path, KerasOrigin origin)
    {
        var stored = source.Variables(path);
        List<KerasVariable> variables = [.. node.Variables];
        if (origin.Major < 3 || stored.Count < variables.Count)
        {
            // Keras 2 keeps neither the learning rate nor placeholders.
            variables.RemoveAll(v => v.Name == "learning_rate" || (node.Owner is Adafactor && v.Shape.Rank == 0 && v.Name != "iteration"));
        }

        if (node.Owner is Nadam { Product: { } product })
        {
            variables.Remove(product);
            if (stored.Count > variables.Count)
            {
                // Before Keras 3.4 it stands in front of the slots.
                variables.Insert(Place(stored, variables.FindIndex(v => v.Name is not ("iteration" or "learning_rate"))) ?? variables.Count, product);
            }
        }

        return node with { Variables = variables, Children = [.. node.Children.Select(c => (c.Path, Node(c.Node, source, $"{path}/{c.Path}", origin)))] };
    }

    private static int? Place(IReadOnlyDictionary<string, Hdf5Dataset> stored, int first) =>
        first >= 0 && stored.TryGetValue(first.ToString(CultureInfo.InvariantCulture), out var dataset) && dataset.Shape.Count == 0 ? first : null;
}
