using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>The axes of a dot product: one number for both inputs, or one for each. Converts from <c>1</c>, <c>(1, 2)</c> and <c>[1, 2]</c>.</summary>
public sealed class DotAxes : IConfigValue
{
    private readonly int[] _axes;

    private DotAxes(int[] axes) => _axes = axes;

    object? IConfigValue.ConfigValue => _axes.Length == 1 ? _axes[0] : _axes;

    /// <summary>Axis of the first input.</summary>
    public int First => _axes[0];

    /// <summary>Axis of the second input.</summary>
    public int Second => _axes[^1];

    /// <inheritdoc/>
    public override string ToString() => _axes.Length == 1 ? $"{First}" : $"({First}, {Second})";

    /// <summary>The same axis of both inputs.</summary>
    public static implicit operator DotAxes(int axis) => new([axis]);

    /// <summary>An axis of each input.</summary>
    public static implicit operator DotAxes((int First, int Second) axes) => new([axes.First, axes.Second]);

    /// <summary>An axis of each input.</summary>
    /// <exception cref="ArgumentException">There are not two.</exception>
    public static implicit operator DotAxes(int[] axes) => axes.Length == 2 ? new([.. axes])
        : throw new ArgumentException($"Invalid format for argument `axes`: it should contain two elements. Received: axes=({string.Join(", ", axes)}).", nameof(axes));
}
