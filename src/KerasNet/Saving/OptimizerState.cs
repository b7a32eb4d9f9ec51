using System.Globalization;
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

    private static SavedNode Node(SavedNode node, WeightSource source, string path, KerasOrigin origin)
    {
        var stored = source.Variables(path);
        bool IsScalar(int i) => stored.TryGetValue(i.ToString(CultureInfo.InvariantCulture), out var dataset) && dataset.Shape.Count == 0;
        var variables = node.Owner is Optimizer optimizer ? InFile(optimizer, node.Variables, stored.Count, IsScalar, origin) : node.Variables;
        return node with { Variables = variables, Children = [.. node.Children.Select(c => (c.Path, Node(c.Node, source, $"{path}/{c.Path}", origin)))] };
    }

    /// <summary>The variables of an optimizer that a file has, in the file's order.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="own">Its variables.</param>
    /// <param name="stored">How many the file has.</param>
    /// <param name="isScalar">Whether one of them is a scalar, by its number.</param>
    /// <param name="origin">Which Keras wrote it.</param>
    public static IReadOnlyList<KerasVariable> InFile(Optimizer optimizer, IReadOnlyList<KerasVariable> own, int stored, Func<int, bool> isScalar, KerasOrigin origin)
    {
        List<KerasVariable> variables = [.. own];
        if (origin.Major < 3 || stored < variables.Count)
        {
            // Keras 2 keeps neither the learning rate nor placeholders.
            variables.RemoveAll(v => v.Name == "learning_rate" || (optimizer is Adafactor && v.Shape.Rank == 0 && v.Name != "iteration"));
        }

        if (optimizer is Nadam { Product: { } product })
        {
            variables.Remove(product);
            if (stored > variables.Count)
            {
                // Before Keras 3.4 it stands in front of the slots.
                var first = variables.FindIndex(v => v.Name is not ("iteration" or "learning_rate"));
                variables.Insert(first >= 0 && isScalar(first) ? first : variables.Count, product);
            }
        }

        return variables;
    }
}
