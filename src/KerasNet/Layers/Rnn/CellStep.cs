namespace KerasNet.Layers;

/// <summary>One time step of a cell that was made ready.</summary>
internal delegate (Tensor Output, Tensor[] States) CellStep(Tensor x, Tensor[] states);
