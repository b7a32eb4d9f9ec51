using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Layers;
using KerasNet.Losses;
using KerasNet.Metrics;
using KerasNet.Optimizers;
using KerasNet.Optimizers.Schedules;
using KerasNet.Regularizers;

namespace KerasNet.Saving;

/// <summary>Keras's module of an object, as files name it.</summary>
internal static class ConfigModules
{
    public static string Of(object value) => value switch
    {
        FeatureSpace => "keras.utils",
        TFDIdentity or TFDConcat or Preprocessing.Feature or Preprocessing.Cross => "keras.src.layers.preprocessing.feature_space",
        Sequential => "keras",
        Model => "keras.src.models.functional",
        Layer => "keras.layers",
        Loss => "keras.losses",
        Metric => "keras.metrics",
        Optimizer => "keras.optimizers",
        LearningRateSchedule => "keras.optimizers.schedules",
        Initializer => "keras.initializers",
        Regularizer => "keras.regularizers",
        Constraint => "keras.constraints",
        DTypePolicy => "keras",
        _ => value.GetType().Namespace!,
    };
}
