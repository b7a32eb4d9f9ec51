namespace KerasNet.Hdf5.Reading;

/// <summary>The parser's exceptions speak of its own code; this says what they mean for the file.</summary>
internal static class Offence
{
    public static string Of(Exception cause) => cause switch
    {
        InvalidDataException => cause.Message.TrimEnd('.'),
        EndOfStreamException => "it ends before the data that it declares",
        InsufficientExecutionStackException => "its parts lie within one another without end (do links form a circle?)",
        OutOfMemoryException or OverflowException => "it declares a size that cannot be",
        _ when cause.Message.Contains("filter", StringComparison.OrdinalIgnoreCase) =>
            "its data cannot be unpacked (known are gzip, shuffle, fletcher32, scale-offset and lzf)",
        _ => "it is damaged, or uses a part of HDF5 that Keras never writes",
    };
}
