namespace KerasNet.Backends.Managed;

/// <summary>Between which pixels a resize interpolates.</summary>
internal enum ResizeMethod
{
    /// <summary>None: the nearest pixel is taken.</summary>
    Nearest,

    /// <summary>Between two in each direction.</summary>
    Linear,

    /// <summary>Between four in each direction.</summary>
    Cubic,
}
