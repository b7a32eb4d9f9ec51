namespace KerasNet.Plotting;

/// <summary>What stands in the boxes of a model's picture.</summary>
internal sealed record PlotOptions(bool ShowShapes, bool ShowDtype, bool ShowLayerNames, bool ExpandNested, bool ShowLayerActivations, bool ShowTrainable);
