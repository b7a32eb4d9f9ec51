using System.Diagnostics.CodeAnalysis;
using KerasNet.Activations;

namespace KerasNet.Saving;

/// <summary>What a file names and only the program knows: classes, activations, losses, and the functions of Lambda layers.</summary>
/// <remarks>Python: the <c>custom_objects</c> argument of <c>keras.models.load_model</c>.</remarks>
/// <example><c>Keras.LoadModel("model.h5", new CustomObjects().Class&lt;ScaleShift&gt;().Function("times_k", x => (x * 3) + 1));</c></example>
public sealed class CustomObjects
{
    private readonly Dictionary<string, Type> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Tensors, Tensors>> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> _losses = new(StringComparer.Ordinal);

    /// <summary>A class: layer, loss, metric, optimizer, initializer, regularizer or constraint.</summary>
    /// <param name="name">Its name in the file; null: that of the class.</param>
    public CustomObjects Class<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicProperties)] T>(string? name = null)
        where T : class
    {
        _classes[name ?? typeof(T).Name] = typeof(T);
        return this;
    }

    /// <summary>A function of one tensor: an activation by its name, or the body of a Lambda by the name of the layer or of the function.</summary>
    public CustomObjects Function(string name, Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        _functions[name] = x => function(x.Single());
        return this;
    }

    /// <summary>A function of several tensors: the body of a Lambda by the name of the layer or of the function.</summary>
    public CustomObjects Functions(string name, Func<Tensors, Tensors> function)
    {
        _functions[name] = function ?? throw new ArgumentNullException(nameof(function));
        return this;
    }

    /// <summary>A loss or metric that is a function: <c>(yTrue, yPred) => …</c>.</summary>
    public CustomObjects Loss(string name, Func<Tensor, Tensor, Tensor> function)
    {
        _losses[name] = function ?? throw new ArgumentNullException(nameof(function));
        return this;
    }

    internal Type? FindClass(string name) => _classes.GetValueOrDefault(name);

    internal Func<Tensors, Tensors>? FindFunction(string name) => _functions.GetValueOrDefault(name);

    internal ActivationFunction? FindActivation(string name) => FindFunction(name) is { } f ? new ActivationFunction(x => f(x), name) : null;

    internal Func<Tensor, Tensor, Tensor>? FindLoss(string name) => _losses.GetValueOrDefault(name);
}
