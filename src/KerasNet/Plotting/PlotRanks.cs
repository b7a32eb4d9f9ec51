namespace KerasNet.Plotting;

/// <summary>Blocks in ranks, each after all that lead to it, with as few crossings as a few sweeps find. Source: Sugiyama et al., 1981.</summary>
internal sealed class PlotRanks
{
    private const int Sweeps = 8;
    private const double Space = 28;
    private const double Lane = 14;
    private const double LeastGap = 36;

    private readonly List<List<PlotSlot>> _ranks = [];
    private readonly Dictionary<PlotBlock, PlotSlot> _slots = [];

    public PlotRanks(IReadOnlyList<PlotBlock> blocks, IReadOnlyList<(PlotBlock From, PlotBlock To)> edges)
    {
        var ranks = Ranked(blocks, edges);
        foreach (var block in blocks)
        {
            Add(ranks[block], _slots[block] = new PlotSlot(block));
        }

        foreach (var (from, to) in edges.Distinct())
        {
            // What leads back, to a layer that is called again, is drawn as if it came from there.
            var (first, last) = ranks[from] < ranks[to] ? (from, to) : (to, from);
            var chain = new List<PlotSlot> { _slots[first] };
            for (var rank = ranks[first] + 1; rank < ranks[last]; rank++)
            {
                var pass = new PlotSlot(null);
                Add(rank, pass);
                chain.Add(pass);
            }

            chain.Add(_slots[last]);
            foreach (var (a, b) in chain.Zip(chain.Skip(1)))
            {
                a.After.Add(b);
                b.Before.Add(a);
            }

            Chains[(from, to)] = (ranks[first], chain);
        }

        Order();
        Place();
    }

    /// <summary>The slots that a line goes through, from the rank of the first on.</summary>
    public Dictionary<(PlotBlock From, PlotBlock To), (int Rank, List<PlotSlot> Slots)> Chains { get; } = [];

    /// <summary>Where the gap after each rank begins, and what turns in it: from where across.</summary>
    public List<(double Start, List<double> Turns)> Gaps { get; } = [];

    /// <summary>Size across.</summary>
    public double Across { get; private set; }

    /// <summary>Size along.</summary>
    public double Along { get; private set; }

    /// <summary>Where in a gap a line that comes from a place turns.</summary>
    public double Turn(int rank, double from) => Gaps[rank].Start + (Lane * (Gaps[rank].Turns.FindIndex(t => Math.Abs(t - from) < 0.5) + 1));

    private void Add(int rank, PlotSlot slot)
    {
        while (_ranks.Count <= rank)
        {
            _ranks.Add([]);
        }

        _ranks[rank].Add(slot);
    }

    /// <summary>The longest way to each block. Edges that lead back to a block that is being visited do not count.</summary>
    private static Dictionary<PlotBlock, int> Ranked(IReadOnlyList<PlotBlock> blocks, IReadOnlyList<(PlotBlock From, PlotBlock To)> edges)
    {
        var next = edges.Where(e => e.From != e.To).ToLookup(e => e.From, e => e.To);
        var (state, order, back) = (new Dictionary<PlotBlock, bool>(), new List<PlotBlock>(), new HashSet<(PlotBlock, PlotBlock)>());
        foreach (var start in blocks)
        {
            var open = new Stack<(PlotBlock Block, IEnumerator<PlotBlock> Next)>();
            void Visit(PlotBlock block)
            {
                state[block] = true;
                open.Push((block, next[block].GetEnumerator()));
            }

            if (!state.ContainsKey(start))
            {
                Visit(start);
            }

            while (open.TryPeek(out var top))
            {
                if (!top.Next.MoveNext())
                {
                    open.Pop();
                    state[top.Block] = false;
                    order.Add(top.Block);
                }
                else if (!state.TryGetValue(top.Next.Current, out var isOpen))
                {
                    Visit(top.Next.Current);
                }
                else if (isOpen)
                {
                    back.Add((top.Block, top.Next.Current));
                }
            }
        }

        order.Reverse();
        var ranks = blocks.ToDictionary(b => b, _ => 0);
        foreach (var block in order)
        {
            foreach (var to in next[block].Where(to => !back.Contains((block, to))))
            {
                ranks[to] = Math.Max(ranks[to], ranks[block] + 1);
            }
        }

        return ranks;
    }

    /// <summary>Sorts each rank by the middle of its neighbours' places.</summary>
    private void Order()
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var down = sweep % 2 == 0;
            foreach (var rank in down ? _ranks.Skip(1) : _ranks.AsEnumerable().Reverse().Skip(1))
            {
                var beside = (down ? rank.SelectMany(s => s.Before) : rank.SelectMany(s => s.After)).Distinct().ToList();
                var places = _ranks.SelectMany(r => r.Select((s, i) => (s, i))).Where(p => beside.Contains(p.s)).ToDictionary(p => p.s, p => (double)p.i);
                var sorted = rank.Select((s, i) => (Slot: s, Key: (down ? s.Before : s.After) is { Count: > 0 } near ? near.Average(n => places[n]) : i)).OrderBy(p => p.Key).Select(p => p.Slot).ToList();
                rank.Clear();
                rank.AddRange(sorted);
            }
        }
    }

    private void Place()
    {
        foreach (var rank in _ranks)
        {
            Settle(rank, [.. rank.Select(_ => 0.0)]);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var down = sweep % 2 == 0;
            foreach (var rank in down ? _ranks.Skip(1) : _ranks.AsEnumerable().Reverse().Skip(1))
            {
                Settle(rank, [.. rank.Select(s => (down ? s.Before : s.After) is { Count: > 0 } near ? near.Average(n => n.Center) : s.Center)]);
            }
        }

        var slots = _ranks.SelectMany(r => r).ToList();
        var left = slots.Min(s => s.Center - (s.Size / 2));
        slots.ForEach(s => s.Center -= left);
        Across = slots.Max(s => s.Center + (s.Size / 2));
        var along = 0.0;
        for (var i = 0; i < _ranks.Count; i++)
        {
            var height = _ranks[i].Max(s => s.Block?.Along ?? 0);
            foreach (var slot in _ranks[i].Where(s => s.Block is not null))
            {
                slot.Block!.Left = slot.Center - (slot.Block.Across / 2);
                slot.Block.Top = along + ((height - slot.Block.Along) / 2);
            }

            along += height;
            Gaps.Add((along, [.. _ranks[i].Where(s => s.After.Exists(a => Math.Abs(a.Center - s.Center) > 0.5)).Select(s => s.Center)]));
            along += i == _ranks.Count - 1 ? 0 : Math.Max(LeastGap, Lane * (Gaps[i].Turns.Count + 1) + 12);
        }

        Along = along;
    }

    /// <summary>Places as near as possible to wanted ones, in this order and without overlap: an isotonic regression.</summary>
    private static void Settle(List<PlotSlot> rank, double[] wanted)
    {
        var offsets = new double[rank.Count];
        for (var i = 1; i < rank.Count; i++)
        {
            offsets[i] = offsets[i - 1] + ((rank[i - 1].Size + rank[i].Size) / 2) + Space;
        }

        var pools = new List<(double Sum, int Count)>();
        for (var i = 0; i < rank.Count; i++)
        {
            pools.Add((wanted[i] - offsets[i], 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count > pools[^1].Sum / pools[^1].Count)
            {
                pools[^2] = (pools[^2].Sum + pools[^1].Sum, pools[^2].Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
        }

        var at = 0;
        foreach (var (sum, count) in pools)
        {
            for (var i = 0; i < count; i++, at++)
            {
                rank[at].Center = (sum / count) + offsets[at];
            }
        }
    }
}
