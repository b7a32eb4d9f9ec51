using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Layers;
using KerasNet.Losses;
using KerasNet.Metrics;
using KerasNet.Optimizers;
using KerasNet.Optimizers.Schedules;
using KerasNet.Quantizers;
using KerasNet.Regularizers;

namespace KerasNet.Saving;

/// <summary>Keras's module of an object, as files name it.</summary>
internal static class ConfigModules
{
    // Layers that only Keras 1 and 2 had: Keras 3 asks for them in custom_objects.
    private static readonly HashSet<Type> _gone =
    [
        typeof(MaxoutDense), typeof(Highway), typeof(SReLU), typeof(ParametricSoftplus), typeof(ThresholdedReLU), typeof(LocallyConnected1D), typeof(LocallyConnected2D),
        typeof(Keras1BatchNormalization), typeof(Keras1CosineMerge), typeof(Keras2BilinearUpSampling2D),
    ];

    /// <summary>True for a class that Keras 3 has; others need a registered name.</summary>
    public static bool IsKerass(Type type) => type.Assembly == typeof(ConfigModules).Assembly && !_gone.Contains(type);

    public static string Of(object value) => value switch
    {
        FeatureSpace => "keras.utils",
        TFDIdentity or TFDConcat or Preprocessing.Feature or Preprocessing.Cross => "keras.src.layers.preprocessing.feature_space",
        Applications.LayerScale or Applications.StochasticDepth => "keras.src.applications.convnext",
        Applications.CustomScaleLayer => "keras.src.applications.inception_resnet_v2",
        Distillation.DistillationLoss or Distillation.Distiller => "keras.distillation",
        Sequential => "keras",
        Model => "keras.src.models.functional",
        Layer => "keras.layers",
        Loss => "keras.losses",
        Metric => "keras.metrics",
        Optimizer or OptimizerMap => "keras.optimizers",
        LearningRateSchedule => "keras.optimizers.schedules",
        Initializer => "keras.initializers",
        Regularizer => "keras.regularizers",
        Constraint => "keras.constraints",
        DTypePolicy when value.GetType() == typeof(DTypePolicy) => "keras",
        DTypePolicy => "keras.dtype_policies",
        Quantizer or QuantizationConfig => "keras.quantizers",
        _ => value.GetType().Namespace!,
    };
}
