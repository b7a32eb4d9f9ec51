namespace KerasNet;

/// <summary>One direction of <c>pad_images</c> or <c>crop_images</c>: two of the margin before, the margin after and the size of the result.</summary>
internal sealed class ImageMargins
{
    private readonly int? _before;
    private readonly int? _after;
    private readonly int? _target;
    private readonly string[] _names;

    /// <exception cref="ArgumentException">Not exactly two are given, or one is negative.</exception>
    public ImageMargins(string what, string before, string after, string size, int? beforeSize, int? afterSize, int? target)
    {
        (_before, _after, _target) = (beforeSize, afterSize, target);
        _names = [$"{before}_{what}", $"{after}_{what}", $"target_{size}"];
        int?[] values = [beforeSize, afterSize, target];
        if (values.Count(v => v is null) != 1)
        {
            throw new ArgumentException($"Must specify exactly two of {string.Join(", ", _names)}. Received: {string.Join(", ", _names.Zip(values, (n, v) => $"{n}={v?.ToString() ?? "None"}"))}");
        }

        for (var i = 0; i < values.Length; i++)
        {
            Check(values[i], _names[i]);
        }
    }

    /// <summary>Margins around, and the size of the result.</summary>
    public (Tensor Before, Tensor After, Tensor Size) Padded(Tensor size)
    {
        var before = Known(_before) ?? Checked(RawOps.Sub(RawOps.Sub(Known(_target)!, Known(_after)!), size), 0);
        var after = Known(_after) ?? Checked(RawOps.Sub(RawOps.Sub(Known(_target)!, before), size), 1);
        return (before, after, Known(_target) ?? RawOps.AddV2(size, RawOps.AddV2(before, after)));
    }

    /// <summary>Where the part begins, and its size.</summary>
    public (Tensor Before, Tensor Size) Cropped(Tensor size)
    {
        var before = Known(_before) ?? Checked(RawOps.Sub(RawOps.Sub(size, Known(_target)!), Known(_after)!), 0);
        return (before, Known(_target) ?? Checked(RawOps.Sub(RawOps.Sub(size, Known(_after)!), before), 2));
    }

    private static Tensor? Known(int? value) => value is { } number ? RawOps.Scalar(number) : null;

    private Tensor Checked(Tensor value, int name)
    {
        if (value.IsConcrete)
        {
            Check((int)value, _names[name]);
        }

        return value;
    }

    private static void Check(int? value, string name)
    {
        if (value < 0)
        {
            throw new ArgumentException($"{name} must be >= 0. Received: {name}={value}", name);
        }
    }
}
