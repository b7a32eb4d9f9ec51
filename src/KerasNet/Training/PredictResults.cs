namespace KerasNet.Training;

/// <summary>Collects the outputs of a prediction: each batch is written into its place in one result array, where the sizes are known.</summary>
internal sealed class PredictResults
{
    private readonly Tensor?[] _given, _places;
    private Tensor?[] _whole;
    private List<Tensor>[] _parts;
    private IReadOnlyList<string>? _names;
    private int _start;

    public PredictResults(Step step, int? rows)
    {
        (_given, _places) = (new Tensor?[step.Results.Count], new Tensor?[step.Results.Count]);
        _parts = [.. step.Results.Select(_ => new List<Tensor>())];
        _names = step.ResultNames;
        _whole = [.. step.Results.Select(r => rows is { } n && r.Rank > 0 && r.Shape[0] < 0 && r.Shape[1..].IsFullyDefined && r.DType != DataType.String
            ? Tensor.Allocate(r.DType, r.Shape.With(0, n))
            : null)];
    }

    public void Run(FeedBuffers feed)
    {
        if (feed.Step.OutputsNow is { } run)
        {
            Take(run(feed.Copies));
            return;
        }

        for (var i = 0; i < _places.Length; i++)
        {
            _given[i] = _places[i] = _whole[i]?.View(_whole[i]!.Shape.With(0, feed.Rows), _start * _whole[i]!.Shape[1..].Size);
        }

        feed.Step.Executable!.Run(feed.Feeds, _places);
        for (var i = 0; i < _places.Length; i++)
        {
            if (_whole[i] is { } whole && !ReferenceEquals(_places[i], _given[i]))
            {
                // The first axis is not the batch: a model may flatten everything.
                _parts[i].AddRange(_start > 0 ? [whole.View(whole.Shape.With(0, _start))] : []);
                _whole[i] = null;
            }

            if (_whole[i] is null)
            {
                _parts[i].Add(_places[i]!);
            }
        }

        _start += feed.Rows;
    }

    public Arrays ToArrays() => new([.. _whole.Select((w, i) => w is null ? Join(_parts[i]) : _start == w.Shape[0] ? w : w.View(w.Shape.With(0, _start)))], _names);

    private void Take(Tensors outputs)
    {
        if (_parts.Length == 0)
        {
            (_parts, _whole, _names) = ([.. outputs.Select(_ => new List<Tensor>())], new Tensor?[outputs.Count], outputs.Names);
        }

        for (var i = 0; i < outputs.Count; i++)
        {
            _parts[i].Add(outputs[i]);
        }
    }

    private static Tensor Join(List<Tensor> parts)
    {
        using var untraced = Graphs.Graph.Leave();
        if (parts.Count == 1)
        {
            return parts[0];
        }

        if (parts.Find(p => p.Shape[1..] != parts[0].Shape[1..]) is { } other)
        {
            throw new InvalidOperationException($"The batches gave results of different shapes: {parts[0].Shape} and {other.Shape}. Make them equal (outputSequenceLength of TextVectorization), or predict in one batch.");
        }

        return parts[0].Text is null
            ? Ops.Concatenate([.. parts], 0)
            : new Tensor(parts[0].Shape.With(0, parts.Sum(p => p.Shape[0])), [.. parts.SelectMany(p => p.Text!)]);
    }
}
