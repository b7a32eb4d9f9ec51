namespace KerasNet.Quantizers;

/// <summary>A kernel that was quantised by its inputs.</summary>
/// <param name="Integers">The transposed kernel <c>(columns, rows)</c>, from 0 on.</param>
/// <param name="Scale"><c>(columns, groups)</c>.</param>
/// <param name="Zero">Likewise.</param>
/// <param name="Index">The group of each row, to be rounded down.</param>
/// <param name="Factors">What AWQ multiplied the rows by; null: nothing.</param>
internal sealed record CalibratedValues(Tensor Integers, Tensor Scale, Tensor Zero, Tensor Index, Tensor? Factors);
