namespace KerasNet.Plotting;

/// <summary>A colour.</summary>
internal readonly record struct Color(byte Red, byte Green, byte Blue)
{
    public static readonly Color Black = new(0, 0, 0);
    public static readonly Color White = new(255, 255, 255);
    public static readonly Color Grey = new(128, 128, 128);
    public static readonly Color ForestGreen = new(34, 139, 34);
    public static readonly Color FireBrick = new(178, 34, 34);

    /// <summary>As web pages write it.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
}
