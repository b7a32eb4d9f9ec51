using KerasNet.Activations;

namespace KerasNet.Layers;

/// <summary>A layer that multiplies its input by a kernel: <see cref="Dense"/>, <see cref="EinsumDense"/>.</summary>
internal interface IKernelLayer
{
    /// <summary>The bias; null without one.</summary>
    KerasVariable? Bias { get; }

    /// <summary>How input and kernel are multiplied.</summary>
    KernelProduct Product { get; }

    /// <summary>Applied to the result.</summary>
    ActivationFunction Activation { get; }
}
