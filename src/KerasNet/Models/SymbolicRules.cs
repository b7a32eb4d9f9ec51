using KerasNet.Graphs;

namespace KerasNet.Models;

/// <summary>Shapes and types that Keras's own rules give the result of a function of symbolic tensors, where the call itself would give others or none: the rules look at less.</summary>
/// <remarks>What a rule lets pass and no kernel computes fails when the model runs, as in Keras.</remarks>
internal static class SymbolicRules
{
    private static readonly Dictionary<string, Rule> _rules = new(StringComparer.Ordinal)
    {
        ["CTCLoss"] = static (x, _) => x.Skip(1).All(t => t.Rank > 0 && t.Shape[0] == x[0].Shape[0]) ? [new(DTypePromotion.Of(x[1].DType, DataType.Float32), new TensorShape(x[0].Shape[0]))] : null,
        ["Eig"] = static (x, _) => x[0].Rank >= 2 && x[0].Shape[^1] == x[0].Shape[^2] ? [new(x[0].DType, x[0].Shape[..^1]), Like(x[0])] : null,
        ["LayerNorm"] = static (x, _) => [Like(x[0])],
        ["LuFactor"] = static (x, _) => x[0].Rank >= 2 && x[0].Shape[^1] > 0 && x[0].Shape[^2] > 0
            ? [Like(x[0]), new(x[0].DType, x[0].Shape[..^2].Concat(new TensorShape(Math.Min(x[0].Shape[^1], x[0].Shape[^2]))))]
            : null,
        ["Nancumprod"] = Running,
        ["Nancumsum"] = Running,
        ["PSNR"] = static (x, _) => x[0].Rank == x[1].Rank ? [new(Keras.Config.FloatX, TensorShape.Scalar)] : null,
        ["Repeat"] = static (x, config) => Value(config, "axis") is int axis && Value(config, "repeats") is int[] { Length: > 1 } && x[0].Shape[x[0].Shape.Axis(axis)] < 0 ? [Like(x[0])] : null,
        ["SparseCategoricalCrossentropy"] = SparseClasses,
    };

    /// <summary>Functions whose rule does look at the type.</summary>
    private static readonly HashSet<string> _typed = new(StringComparer.Ordinal) { "HSVToRGB", "RGBToHSV", "View" };

    private delegate TensorSpec[]? Rule(Tensors inputs, IReadOnlyList<(string Name, object? Value)> config);

    /// <summary>Results of a call of a function: by Keras's rule where there is one, else those of the call on a throw-away graph.</summary>
    public static (TensorSpec[] Specs, bool Single) Apply(string className, Tensors inputs, IReadOnlyList<(string Name, object? Value)> config, Func<Tensors, Tensors> call)
    {
        if (_rules.TryGetValue(className, out var rule) && rule(inputs, config) is { } specs)
        {
            return (specs, specs.Length == 1);
        }

        var found = _typed.Contains(className) ? SymbolicTrace.Shapes(inputs, call) : Shapes(inputs, call);
        if (className == "Einsum" && Value(config, "subscripts") is string subscripts && !subscripts.Contains("->", StringComparison.Ordinal))
        {
            found.Specs[0] = new(found.Specs[0].DType, Alphabetical(subscripts, found.Specs[0].Shape));
        }

        return found;
    }

    /// <summary>The call's shapes. A type that no kernel takes has them as well: they are those of the call on other numbers.</summary>
    private static (TensorSpec[] Specs, bool Single) Shapes(Tensors inputs, Func<Tensors, Tensors> call)
    {
        try
        {
            return SymbolicTrace.Shapes(inputs, call);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            foreach (var stand in (DataType[])[DataType.Float32, DataType.Int32])
            {
                if (ShapesAs(stand, inputs, call) is { } other)
                {
                    return other;
                }
            }

            throw;
        }
    }

    private static (TensorSpec[] Specs, bool Single)? ShapesAs(DataType stand, Tensors inputs, Func<Tensors, Tensors> call)
    {
        var types = inputs.Where(t => t.IsKeras).Select(t => t.DType).ToArray();
        if (Array.TrueForAll(types, t => t == stand))
        {
            return null;
        }

        try
        {
            var (specs, single) = SymbolicTrace.Shapes(inputs, call, stand);
            var type = types.Aggregate(DTypePromotion.Of);
            return ([.. specs.Select(s => s.DType == stand ? new TensorSpec(type, s.Shape) : s)], single);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static TensorSpec[] Running(Tensors x, IReadOnlyList<(string Name, object? Value)> config)
    {
        var type = Value(config, "dtype") as DataType? ?? x[0].DType;
        var shape = Value(config, "axis") is null ? new TensorShape(x[0].Shape.IsFullyDefined ? (int)x[0].Shape.Size : -1) : x[0].Shape;
        return [new(type == DataType.Bool ? DataType.Int32 : type, shape)];
    }

    /// <summary>The classes may lie along any axis here; the call takes the last one only.</summary>
    private static TensorSpec[]? SparseClasses(Tensors x, IReadOnlyList<(string Name, object? Value)> config)
    {
        var (target, output) = (x[0].Shape, x[1].Shape);
        if (output.Rank < 1 || Value(config, "axis") is not int axis || axis < -output.Rank || axis >= output.Rank || axis == -1 || axis == output.Rank - 1)
        {
            return null;
        }

        var classes = output.Axis(axis);
        var rest = output[..classes].Concat(output[(classes + 1)..]);
        target = target.Rank == output.Rank && target[^1] == 1 ? target[..^1] : target;
        return target == rest ? [new(x[1].DType, rest)] : null;
    }

    /// <summary>Keras names the axes of an Einsum without a right side in alphabetical order, its kernel in the order in which they come.</summary>
    private static TensorShape Alphabetical(string subscripts, TensorShape shape)
    {
        char[] letters = [.. subscripts.Where(char.IsAsciiLetter).GroupBy(c => c).Where(g => g.Count() == 1).Select(g => g.Key)];
        var dims = shape.ToArray();
        var sizes = dims[^letters.Length..];
        Array.Sort(letters, sizes);
        return new TensorShape([.. dims[..^letters.Length], .. sizes]);
    }

    private static TensorSpec Like(Tensor x) => new(x.DType, x.Shape);

    private static object? Value(IReadOnlyList<(string Name, object? Value)> config, string name) => config.FirstOrDefault(c => c.Name == name).Value;
}
