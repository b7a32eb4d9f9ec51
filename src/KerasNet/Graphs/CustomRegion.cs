namespace KerasNet.Graphs;

/// <summary>Nodes from <paramref name="Start"/> to before <paramref name="End"/> that the gradient walk treats as one, with its own backward rule.</summary>
internal sealed record CustomRegion(int Start, int End, Tensor[] Inputs, Tensor[] Outputs, Func<Tensor?[], Tensor?[]> Backward);
