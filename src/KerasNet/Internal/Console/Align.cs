namespace KerasNet.Internal;

/// <summary>Where text stands in its cell; <see cref="None"/>: it is wrapped, but not filled up to the width.</summary>
internal enum Align
{
    None,
    Left,
    Center,
    Right,
}
