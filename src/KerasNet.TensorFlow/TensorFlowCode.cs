namespace KerasNet.TensorFlow;

/// <summary>TensorFlow's status codes.</summary>
/// <remarks>Python: the classes of <c>tf.errors</c>.</remarks>
public enum TensorFlowCode
{
    /// <summary>No error.</summary>
    Ok = 0,

    /// <summary>The operation was cancelled.</summary>
    Cancelled = 1,

    /// <summary>TensorFlow does not say.</summary>
    Unknown = 2,

    /// <summary>An argument is wrong: shapes that do not fit, mostly.</summary>
    InvalidArgument = 3,

    /// <summary>The time given was not enough.</summary>
    DeadlineExceeded = 4,

    /// <summary>A file, a variable or a kernel was not found.</summary>
    NotFound = 5,

    /// <summary>What should be made is there already.</summary>
    AlreadyExists = 6,

    /// <summary>Not allowed.</summary>
    PermissionDenied = 7,

    /// <summary>Out of memory, mostly.</summary>
    ResourceExhausted = 8,

    /// <summary>The state does not permit it: a variable without a value.</summary>
    FailedPrecondition = 9,

    /// <summary>Aborted, usually by another operation.</summary>
    Aborted = 10,

    /// <summary>Past the end of a sequence.</summary>
    OutOfRange = 11,

    /// <summary>No kernel for this device or these types.</summary>
    Unimplemented = 12,

    /// <summary>An error inside TensorFlow.</summary>
    Internal = 13,

    /// <summary>A service is not reachable now.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or damaged.</summary>
    DataLoss = 15,

    /// <summary>No valid credentials.</summary>
    Unauthenticated = 16,
}
