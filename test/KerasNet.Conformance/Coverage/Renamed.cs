namespace KerasNet.Conformance.Coverage;

/// <summary>Objects that C# has under another name than the rules give, or as something else than a class or function.</summary>
internal static class Renamed
{
    /// <summary>Python's name, C#'s type or member, and how it is written.</summary>
    public static readonly IReadOnlyDictionary<string, (string Member, string Text)> Names = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["keras.KerasTensor"] = ("Tensor", "Tensor"),
        ["keras.Variable"] = ("KerasVariable", "KerasVariable"),
        ["keras.Function"] = ("Function", "Function"),
        ["keras.Operation"] = ("Layers.Operation", "Layers.Operation"),
        ["keras.Sequential"] = ("Sequential", "Sequential"),
        ["keras.Model"] = ("Model", "Model"),
        ["keras.Input"] = ("Keras.Input", "Keras.Input"),
        ["keras.layers.Input"] = ("Keras.Input", "Keras.Input"),
        ["keras.DTypePolicy"] = ("Layers.DTypePolicy", "Layers.DTypePolicy"),
        ["keras.dtype_policies.DTypePolicy"] = ("Layers.DTypePolicy", "Layers.DTypePolicy"),
        ["keras.FloatDTypePolicy"] = ("Layers.DTypePolicy", "Layers.DTypePolicy"),
        ["keras.dtype_policies.FloatDTypePolicy"] = ("Layers.DTypePolicy", "Layers.DTypePolicy"),
        ["keras.InputSpec"] = ("Layers.InputSpec", "Layers.InputSpec"),
        ["keras.layers.InputSpec"] = ("Layers.InputSpec", "Layers.InputSpec"),
        ["keras.ops.array"] = ("Ops.ConvertToTensor", "Ops.ConvertToTensor"),
        ["keras.backend.result_type"] = ("DTypePromotion", "DTypePromotion"),
        ["keras.activations.get"] = ("Activations.ActivationFunction.op_Implicit", "Activations.ActivationFunction"),
        ["keras.constraints.get"] = ("Constraints.Constraint.op_Implicit", "Constraints.Constraint"),
        ["keras.initializers.get"] = ("Initializers.Initializer.op_Implicit", "Initializers.Initializer"),
        ["keras.losses.get"] = ("Losses.Loss.op_Implicit", "Losses.Loss"),
        ["keras.metrics.get"] = ("Metrics.Metric.op_Implicit", "Metrics.Metric"),
        ["keras.optimizers.get"] = ("Optimizers.Optimizer.op_Implicit", "Optimizers.Optimizer"),
        ["keras.regularizers.get"] = ("Regularizers.Regularizer.op_Implicit", "Regularizers.Regularizer"),
        ["keras.dtype_policies.get"] = ("Layers.DTypePolicy.op_Implicit", "Layers.DTypePolicy"),
        ["keras.saving.register_keras_serializable"] = ("Saving.KerasObjects.Register", "Saving.KerasObjects.Register"),
        ["keras.config.floatx"] = ("KerasConfig.FloatX", "KerasConfig.FloatX"),
        ["keras.config.set_floatx"] = ("KerasConfig.FloatX", "KerasConfig.FloatX"),
        ["keras.config.epsilon"] = ("KerasConfig.Epsilon", "KerasConfig.Epsilon"),
        ["keras.config.set_epsilon"] = ("KerasConfig.Epsilon", "KerasConfig.Epsilon"),
        ["keras.config.image_data_format"] = ("KerasConfig.ImageDataFormat", "KerasConfig.ImageDataFormat"),
        ["keras.config.set_image_data_format"] = ("KerasConfig.ImageDataFormat", "KerasConfig.ImageDataFormat"),
        ["keras.config.backend"] = ("KerasConfig.Backend", "KerasConfig.Backend"),
        ["keras.config.set_backend"] = ("KerasConfig.Backend", "KerasConfig.Backend"),
        ["keras.config.dtype_policy"] = ("KerasConfig.DTypePolicy", "KerasConfig.DTypePolicy"),
        ["keras.config.set_dtype_policy"] = ("KerasConfig.DTypePolicy", "KerasConfig.DTypePolicy"),
        ["keras.utils.is_keras_tensor"] = ("Ops.IsTensor", "Ops.IsTensor"),
        ["keras.utils.standardize_dtype"] = ("DataTypes.Parse", "DataTypes.Parse"),
        ["keras.device"] = ("KerasConfig.VisibleGpus", "KerasConfig.VisibleGpus"),
    };
}
