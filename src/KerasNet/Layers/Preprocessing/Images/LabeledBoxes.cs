namespace KerasNet.Layers;

/// <summary>Boxes of images and their classes.</summary>
/// <remarks>Python: the dictionary <c>{"boxes", "labels"}</c>.</remarks>
/// <param name="Boxes">Four numbers for each box: <c>(batch, boxes, 4)</c> or <c>(boxes, 4)</c>.</param>
/// <param name="Labels">A class for each box; -1 for none. Null where boxes have none.</param>
public sealed record LabeledBoxes(Tensor Boxes, Tensor? Labels);
