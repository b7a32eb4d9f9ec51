namespace KerasNet.Quantizers;

/// <summary>Sees the inputs of a kernel, and quantises it by what they say.</summary>
internal interface ICalibration
{
    /// <summary>Takes inputs <c>(samples, rows)</c> into the statistics.</summary>
    void See(Tensor inputs);

    /// <summary>Quantises a kernel <c>(rows, columns)</c>.</summary>
    CalibratedValues Quantize(Tensor kernel);
}
