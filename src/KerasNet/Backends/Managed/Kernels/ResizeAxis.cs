namespace KerasNet.Backends.Managed;

/// <summary>How positions of a resized axis map to the original one, in single precision as in TensorFlow.</summary>
internal readonly struct ResizeAxis(int input, int output, bool halfPixelCenters, bool alignCorners)
{
    private readonly float _scale = alignCorners && output > 1 ? (input - 1) / (float)(output - 1) : input / (float)output;

    public int Input => input;

    public int Output => output;

    /// <summary>The nearest original position.</summary>
    public int Nearest(int position)
    {
        float at = halfPixelCenters ? (position + 0.5f) * _scale : position * _scale;
        int index = (int)(alignCorners ? MathF.Round(at, MidpointRounding.AwayFromZero) : MathF.Floor(at));
        return Math.Clamp(index, 0, input - 1);
    }

    /// <summary>The two neighbours of a position and the weight of the upper one.</summary>
    public (int Lower, int Upper, float Weight) Linear(int position)
    {
        float at = halfPixelCenters ? ((position + 0.5f) * _scale) - 0.5f : position * _scale;
        float floor = MathF.Floor(at);
        return (Math.Max((int)floor, 0), Math.Min((int)MathF.Ceiling(at), input - 1), at - floor);
    }
}
