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
            new WeightReader(source, skipMismatch: false).Load(Node(SavedTree.OfOptimizer(optimizer), source, "optimizer", origin), "optimizer");
        }
        catch (ArgumentException e)
        {
            Console.Error.WriteLine($"Model '{modelName}': the state of the optimizer could not be restored, so it starts anew: {e.Message}");
        }
    }

    /// <summary>Keras 2 keeps no learning rate among the variables.</summary>
    private static SavedNode Node(SavedNode node, WeightSource source, string path, KerasOrigin origin)
    {
        var stored = source.Variables(path).Count;
        var variables = origin.Major < 3 || stored < node.Variables.Count ? [.. node.Variables.Where(v => v.Name != "learning_rate" || stored == node.Variables.Count)] : node.Variables;
        return node with { Variables = variables, Children = [.. node.Children.Select(c => (c.Path, Node(c.Node, source, $"{path}/{c.Path}", origin)))] };
    }
}
