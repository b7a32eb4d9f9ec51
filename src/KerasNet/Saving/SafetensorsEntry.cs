namespace KerasNet.Saving;

/// <summary>One tensor as the header of a safetensors file has it.</summary>
internal sealed record SafetensorsEntry(string Name, DataType Type, TensorShape Shape, long Elements, long Begin, long End);
