using KerasNet.Internal;
using KerasNet.Layers;
using KerasNet.Optimizers;

namespace KerasNet.Saving;

/// <summary>The paths of a model's variables in Keras 3's weights files: attribute by attribute, lists by class name and number.</summary>
/// <remarks>Python: <c>keras.src.saving.saving_lib</c>, <c>_walk_saveable</c> and <c>_save_container_state</c>. Row 22 of loading-traps.md.</remarks>
internal static class SavedTree
{
    public static SavedNode Of(Model model) => OfLayer(model);

    /// <summary>An optimizer's state. Keras writes that of an optimizer inside twice: among the outer one's, and on its own.</summary>
    public static SavedNode OfOptimizer(Optimizer optimizer, bool isWritten = false) => new(
        optimizer, AutoName.ToSnakeCase(optimizer.GetType().Name), isWritten ? optimizer.Variables : optimizer.OwnVariables, optimizer switch
        {
            LossScaleOptimizer scaled => [("inner_optimizer", OfOptimizer(scaled.InnerOptimizer))],
            MultiOptimizer several => [.. List("optimizers", several.Optimizers, o => o.GetType().Name, o => OfOptimizer(o))],
            _ => [],
        });

    private static SavedNode OfLayer(Layer layer)
    {
        KerasVariable[] own = layer is Model { Graph: not null } ? [] : [.. layer.OwnTrainable, .. layer.OwnNonTrainable];
        return new SavedNode(layer, layer.Name, own, [.. layer is Model model && (model.Graph is not null || model is Sequential) ? List("layers", LayersOf(model)) : Attributes(layer)]);
    }

    /// <summary>A functional model's inputs are among its layers, a Sequential's are not.</summary>
    private static IEnumerable<Layer> LayersOf(Model model) => model.Layers;

    private static IEnumerable<(string Path, SavedNode Node)> Attributes(Layer owner)
    {
        var seen = new HashSet<Layer>();
        foreach (var (name, value) in LayerTracker.Named(owner))
        {
            if (value is Layer layer && seen.Add(layer))
            {
                yield return (Key(owner, name), OfLayer(layer));
            }
            else if (value is IEnumerable<Layer> layers)
            {
                foreach (var item in List(Key(owner, name), layers.Where(seen.Add)))
                {
                    yield return item;
                }
            }
        }
    }

    private static IEnumerable<(string Path, SavedNode Node)> List(string path, IEnumerable<Layer> layers) =>
        List(path, layers, l => KerasObjects.RegisteredName(l.GetType()) ?? l.ClassName, OfLayer);

    private static IEnumerable<(string Path, SavedNode Node)> List<T>(string path, IEnumerable<T> items, Func<T, string> className, Func<T, SavedNode> node)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var key = AutoName.ToSnakeCase(className(item));
            var count = counts.GetValueOrDefault(key);
            counts[key] = count + 1;
            yield return ($"{path}/{(count == 0 ? key : $"{key}_{count}")}", node(item));
        }
    }

    /// <summary>Python's name of an attribute. Private ones have a line in front, unless Keras gives them a public name too, as multi-head attention does.</summary>
    private static string Key(Layer owner, string field)
    {
        var name = AutoName.ToSnakeCase(field.TrimStart('_') is var bare ? char.ToUpperInvariant(bare[0]) + bare[1..] : field);
        return field.StartsWith('_') && owner.ClassName != "MultiHeadAttention" ? "_" + name
            : owner.ClassName == "MultiHeadAttention" && name is "dropout_layer" or "softmax" ? "_" + name
            : name;
    }
}
