using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace KerasNet.Internal;

/// <summary>Checks of arguments. Each gives the value back, so that a property can be set and checked in one line; each message says what, expected and received.</summary>
internal static class Require
{
    /// <summary>A number above zero.</summary>
    public static T Positive<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : INumber<T> => value > T.Zero ? value : throw OutOfRange(name, "a positive number", Text(value));

    /// <summary>A number above zero, or null.</summary>
    public static T? Positive<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, INumber<T> => value is { } number ? Positive(number, name) : null;

    /// <summary>Numbers above zero, one or more.</summary>
    public static IReadOnlyList<int> AllPositive(IReadOnlyList<int> values, [CallerArgumentExpression(nameof(values))] string name = "") =>
        values.Count > 0 && values.All(value => value > 0) ? values : throw OutOfRange(name, "positive numbers", $"({string.Join(", ", values)})");

    /// <summary>Zero or more.</summary>
    public static T NonNegative<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : INumber<T> => value >= T.Zero ? value : throw OutOfRange(name, "zero or a positive number", Text(value));

    /// <summary>A share: 0 to 1, both included.</summary>
    public static double Rate(double value, [CallerArgumentExpression(nameof(value))] string name = "") => InRange(value, 0, 1, name);

    /// <summary>A number between two others, both included.</summary>
    public static T InRange<T>(T value, T min, T max, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : INumber<T> => value >= min && value <= max ? value : throw OutOfRange(name, $"a number from {Text(min)} to {Text(max)}", Text(value));

    /// <summary>One of a closed set of names.</summary>
    public static string OneOf(string? value, ReadOnlySpan<string> allowed, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        foreach (string candidate in allowed)
        {
            if (candidate == value)
            {
                return candidate;
            }
        }

        string[] nearest = Suggest.Nearest(value ?? "", allowed.ToArray());
        string hint = nearest.Length == 0 ? "" : $" Did you mean '{nearest[0]}'?";
        throw new ArgumentException($"Argument '{name}' must be one of {string.Join(", ", allowed.ToArray().Select(item => $"'{item}'"))}. Received: {(value is null ? "null" : $"'{value}'")}.{hint}", name);
    }

    /// <summary>A list that is not empty.</summary>
    public static IReadOnlyList<T> NotEmpty<T>(IReadOnlyList<T> values, [CallerArgumentExpression(nameof(values))] string name = "") =>
        values.Count > 0 ? values : throw new ArgumentException($"Argument '{name}' must not be empty. Received: 0 elements.", name);

    /// <summary>A list of a known length.</summary>
    public static IReadOnlyList<T> Length<T>(IReadOnlyList<T> values, int length, [CallerArgumentExpression(nameof(values))] string name = "") =>
        values.Count == length ? values : throw new ArgumentException($"Argument '{name}' must have {length} elements. Received: {values.Count} elements.", name);

    /// <summary>A shape of a known rank.</summary>
    /// <param name="layer">Name of the layer that gets it.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="rank">Its rank.</param>
    /// <param name="axes">What the axes are: <c>batch, height, width, channels</c>.</param>
    /// <param name="fix">What to do about it; null: a sentence about Reshape.</param>
    public static TensorShape Rank(string layer, TensorShape shape, int rank, string axes, string? fix = null) =>
        shape.Rank == rank ? shape : throw Shape(layer, $"rank {rank} ({axes})", shape, fix ?? (shape.Rank < rank ? "Add a Reshape layer before it." : "Add a Flatten or Reshape layer before it."));

    /// <summary>A shape of a lowest rank.</summary>
    /// <inheritdoc cref="Rank(string, TensorShape, int, string, string?)"/>
    public static TensorShape MinRank(string layer, TensorShape shape, int rank, string axes, string? fix = null) =>
        shape.Rank >= rank ? shape : throw Shape(layer, $"rank {rank} or more ({axes})", shape, fix ?? "Add a Reshape layer before it.");

    /// <summary>A dimension that must be known, because weights are made of it.</summary>
    /// <param name="layer">Name of the layer.</param>
    /// <param name="shape">Shape of its input.</param>
    /// <param name="axis">The axis; may be negative.</param>
    public static int Known(string layer, TensorShape shape, int axis)
    {
        int size = shape[shape.Axis(axis)];
        return size >= 0 ? size : throw Shape(layer, $"a known size of axis {axis}", shape, "Give that size in Keras.Input.");
    }

    /// <summary>A dimension that must have a certain size, if it is known.</summary>
    /// <param name="layer">Name of the layer.</param>
    /// <param name="shape">Shape of its input.</param>
    /// <param name="axis">The axis; may be negative.</param>
    /// <param name="size">Its size.</param>
    public static TensorShape Axis(string layer, TensorShape shape, int axis, int size) =>
        shape[shape.Axis(axis)] is var received && (received == size || received < 0)
            ? shape
            : throw Shape(layer, $"axis {axis} of size {size}", shape, "It was built for that size: give it such an input, or make a new layer.");

    private static ArgumentException Shape(string layer, string expected, TensorShape shape, string fix) =>
        new($"Layer '{layer}' expects {expected}. Received: shape={shape}. {fix}");

    private static ArgumentOutOfRangeException OutOfRange(string name, string expected, string received) =>
        new(name, $"Argument '{name}' must be {expected}. Received: {received}.");

    private static string Text<T>(T value)
        where T : INumber<T> => value.ToString(null, CultureInfo.InvariantCulture);
}
