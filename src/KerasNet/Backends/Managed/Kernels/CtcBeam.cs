namespace KerasNet.Backends.Managed;

/// <summary>The likeliest prefixes of a label sequence, with the probability that each ends in a blank or in its last label. Source: Graves, 2012.</summary>
internal sealed class CtcBeam
{
    private readonly int _width;
    private List<Prefix> _prefixes = [new(null, -1) { Blank = 0, Total = 0 }];

    public CtcBeam(int width) => _width = width;

    /// <summary>Takes the logits of a step; the last class is the blank.</summary>
    public void Step(ReadOnlySpan<double> logits)
    {
        var largest = System.Numerics.Tensors.TensorPrimitives.Max(logits);
        var sum = 0.0;
        foreach (var logit in logits)
        {
            sum += Math.Exp(logit - largest);
        }

        var norm = largest + Math.Log(sum);
        var blank = logits[^1] - norm;
        foreach (var prefix in _prefixes)
        {
            (prefix.OldTotal, prefix.OldBlank) = (prefix.Total, prefix.Blank);
        }

        var active = _prefixes.ToHashSet();
        foreach (var prefix in _prefixes)
        {
            if (prefix.Parent is { } parent)
            {
                var before = active.Contains(parent) ? prefix.Label == parent.Label ? parent.OldBlank : parent.OldTotal : double.NegativeInfinity;
                prefix.LabelScore = Sum(prefix.LabelScore, before) + logits[prefix.Label] - norm;
            }

            prefix.Blank = prefix.OldTotal + blank;
            prefix.Total = Sum(prefix.Blank, prefix.LabelScore);
        }

        Grow(logits, norm, active);
    }

    /// <summary>The labels and logarithms of the probabilities of the likeliest sequences.</summary>
    public IEnumerable<(int[] Labels, double Score)> Best(int count)
    {
        var best = _prefixes.OrderByDescending(p => p.Total).Take(count).Select(p => (p.Labels(), p.Total)).ToList();
        return best.Concat(Enumerable.Repeat((Array.Empty<int>(), double.NegativeInfinity), count - best.Count));
    }

    /// <summary>Adds each prefix with one more label, where it is likelier than the least of the beam.</summary>
    private void Grow(ReadOnlySpan<double> logits, double norm, HashSet<Prefix> active)
    {
        var queue = new PriorityQueue<Prefix, double>(_prefixes.Select(p => (p, p.Total)));
        foreach (var prefix in _prefixes.OrderByDescending(p => p.OldTotal))
        {
            for (var label = 0; label < logits.Length - 1; label++)
            {
                var child = prefix.Child(label);
                if (active.Contains(child))
                {
                    continue;
                }

                var score = (label == prefix.Label ? prefix.OldBlank : prefix.OldTotal) + logits[label] - norm;
                var isRoom = queue.Count < _width;
                if (double.IsNegativeInfinity(score) || (!isRoom && queue.TryPeek(out _, out var least) && score <= least))
                {
                    continue;
                }

                (child.Blank, child.LabelScore, child.Total) = (double.NegativeInfinity, score, score);
                queue.Enqueue(child, score);
                if (!isRoom)
                {
                    queue.Dequeue().Reset();
                }
            }
        }

        _prefixes = [.. queue.UnorderedItems.Select(i => i.Element).OrderByDescending(p => p.Total)];
    }

    private static double Sum(double a, double b) => double.IsNegativeInfinity(a) ? b
        : double.IsNegativeInfinity(b) ? a
        : Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));

    /// <summary>A label after other labels.</summary>
    private sealed class Prefix(Prefix? parent, int label)
    {
        private readonly Dictionary<int, Prefix> _children = [];

        public Prefix? Parent => parent;

        public int Label => label;

        public double Total { get; set; } = double.NegativeInfinity;

        public double Blank { get; set; } = double.NegativeInfinity;

        public double LabelScore { get; set; } = double.NegativeInfinity;

        public double OldTotal { get; set; } = double.NegativeInfinity;

        public double OldBlank { get; set; } = double.NegativeInfinity;

        public Prefix Child(int next) => _children.TryGetValue(next, out var child) ? child : _children[next] = new Prefix(this, next);

        public void Reset() => (Total, Blank, LabelScore) = (double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity);

        public int[] Labels()
        {
            var labels = new List<int>();
            for (var p = this; p.Parent is not null; p = p.Parent)
            {
                labels.Add(p.Label);
            }

            labels.Reverse();
            return [.. labels];
        }
    }
}
