namespace KerasNet.TensorFlow;

/// <summary>An error that TensorFlow reported, with TensorFlow's code and message.</summary>
/// <remarks>Python: <c>tf.errors.OpError</c>.</remarks>
public sealed class TensorFlowException : Exception
{
    /// <summary>An error of unknown kind.</summary>
    public TensorFlowException()
        : this("TensorFlow reported an error without a message.")
    {
    }

    /// <summary>An error of unknown kind with a message.</summary>
    public TensorFlowException(string message)
        : this(TensorFlowCode.Unknown, message)
    {
    }

    /// <summary>An error of unknown kind with a message and its cause.</summary>
    public TensorFlowException(string message, Exception innerException)
        : base(message, innerException) => Code = TensorFlowCode.Unknown;

    /// <summary>An error that TensorFlow reported.</summary>
    public TensorFlowException(TensorFlowCode code, string message)
        : base(message) => Code = code;

    /// <summary>What kind of error it is.</summary>
    public TensorFlowCode Code { get; }
}
