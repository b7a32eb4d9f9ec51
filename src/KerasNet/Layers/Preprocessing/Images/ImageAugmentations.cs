namespace KerasNet.Layers;

/// <summary>The layers among which RandAugment and AugMix choose.</summary>
internal sealed class ImageAugmentations
{
    private readonly NumberRange _factor, _values;
    private readonly string _interpolation;
    private readonly string? _dataFormat;
    private readonly int? _seed;

    public ImageAugmentations(NumberRange factor, NumberRange values, string interpolation, int? seed, string? dataFormat) =>
        (_factor, _values, _interpolation, _seed, _dataFormat) = (factor, values, interpolation, seed, dataFormat);

    /// <summary>Makes layers by their names.</summary>
    public BaseImagePreprocessingLayer[] Make(params ReadOnlySpan<string> names)
    {
        var layers = new BaseImagePreprocessingLayer[names.Length];
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i] = Make(names[i]);
        }

        return layers;
    }

    private BaseImagePreprocessingLayer Make(string name) => name switch
    {
        nameof(RandomShear) => new RandomShear(_factor, _factor, _interpolation, seed: _seed, dataFormat: _dataFormat),
        nameof(RandomTranslation) => new RandomTranslation(_factor, _factor, interpolation: _interpolation, seed: _seed, dataFormat: _dataFormat),
        nameof(RandomRotation) => new RandomRotation(_factor, interpolation: _interpolation, seed: _seed, dataFormat: _dataFormat),
        nameof(RandomBrightness) => new RandomBrightness(_factor, _values, _seed, _dataFormat),
        nameof(RandomColorDegeneration) => new RandomColorDegeneration(_factor, _values, _dataFormat, _seed),
        nameof(RandomContrast) => new RandomContrast(_factor, _values, _seed, _dataFormat),
        nameof(RandomSharpness) => new RandomSharpness(_factor, _values, _dataFormat, _seed),
        nameof(Solarization) => new Solarization(_factor, _factor, _values, _seed, _dataFormat),
        nameof(RandomPosterization) => new RandomPosterization(Math.Max(1, (int)(8 * _factor.Upper)), _values, _dataFormat, _seed),
        nameof(AutoContrast) => new AutoContrast(_values, _dataFormat),
        _ => new Equalization(_values, dataFormat: _dataFormat),
    };
}
