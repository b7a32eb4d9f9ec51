namespace KerasNet.Training;

/// <summary>Collects the outputs of a prediction: each batch is written into its place in one result array, where the sizes are known.</summary>
internal sealed class PredictResults
{
    private readonly Step _step;
    private readonly Tensor?[] _whole;
    private readonly List<Tensor>[] _parts;
    private readonly Tensor?[] _places;
    private int _start;

    public PredictResults(Step step, int? rows)
    {
        _step = step;
        _places = new Tensor?[step.Results.Count];
        _parts = [.. step.Results.Select(_ => new List<Tensor>())];
        _whole = [.. step.Results.Select(r => rows is { } n && r.Rank > 0 && r.Shape[0] < 0 && r.Shape[1..].IsFullyDefined && r.DType != DataType.String
            ? Tensor.Allocate(r.DType, r.Shape.With(0, n))
            : null)];
    }

    public void Run(ReadOnlySpan<Tensor> feeds, int rows)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            _places[i] = _whole[i]?.View(_whole[i]!.Shape.With(0, rows), _start * _whole[i]!.Shape[1..].Size);
        }

        _step.Executable.Run(feeds, _places);
        for (var i = 0; i < _places.Length; i++)
        {
            if (_whole[i] is null)
            {
                _parts[i].Add(_places[i]!);
            }
        }

        _start += rows;
    }

    public Arrays ToArrays() => new([.. _whole.Select((w, i) => w is null ? Join(_parts[i]) : _start == w.Shape[0] ? w : w.View(w.Shape.With(0, _start)))], _step.ResultNames);

    private static Tensor Join(List<Tensor> parts)
    {
        using var untraced = Graphs.Graph.Leave();
        return parts.Count == 1 ? parts[0] : Ops.Concatenate([.. parts], 0);
    }
}
