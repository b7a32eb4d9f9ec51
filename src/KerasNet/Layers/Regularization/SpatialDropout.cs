using System.Text.Json.Nodes;
using KerasNet.Internal;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>What the spatial dropouts share: one random number for each feature map of a sample.</summary>
public abstract class SpatialDropout : Layer, IConfigurable
{
    private readonly SeedGenerator? _generator;

    private protected SpatialDropout(double rate, int rank, string? dataFormat, int? seed)
    {
        Rate = Require.Rate(rate);
        Seed = seed;
        Format = Require.OneOf(dataFormat ?? Keras.Config.ImageDataFormat, ["channels_last", "channels_first"]);
        InputSpecs = [new InputSpec { Rank = rank }];
        _generator = rate > 0 ? new SeedGenerator(seed) : null;
    }

    /// <summary>Fraction that is set to zero.</summary>
    public double Rate { get; }

    /// <summary>Seed.</summary>
    public int? Seed { get; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    private protected string Format { get; }

    /// <summary>Keras's configs of these layers have no <c>trainable</c>, and its constructors refuse it.</summary>
    JsonObject IConfigurable.GetConfig()
    {
        var config = ObjectSerializer.Parameters(this);
        config.Remove("trainable");
        config["dtype"] = DType.Name;
        return config;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (!context.Training || _generator is null)
        {
            return x;
        }

        var channels = Format == "channels_last" || x.Rank == 3 ? x.Rank - 1 : 1;
        return RandomOps.Dropout(x, Rate, new TensorShape([.. Enumerable.Range(0, x.Rank).Select(i => i == 0 || i == channels ? x.Shape[i] : 1)]), _generator);
    }
}
