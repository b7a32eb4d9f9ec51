namespace KerasNet.Graphs;

/// <summary>What is known of an op's output before it runs.</summary>
internal readonly record struct TensorSpec(DataType DType, TensorShape Shape);
