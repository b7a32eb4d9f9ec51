using KerasNet.Layers;

namespace KerasNet.Plotting;

/// <summary>Where boxes, models and lines of a picture stand, in points of 1/72 inch.</summary>
internal sealed class PlotLayout
{
    /// <summary>Size of letters in heads and fields, and the space around them.</summary>
    public const double HeadSize = 16, FieldSize = 14, Padding = 10;

    private const double Margin = 8;
    private const double GroupPadding = 26;

    private readonly string _direction;
    private readonly PlotBlock _root;
    private readonly (Operation From, Operation To)[] _edges;
    private readonly Dictionary<Operation, PlotBlock> _leaves = [];

    /// <summary>Lays a picture out.</summary>
    /// <param name="group">The picture.</param>
    /// <param name="direction"><c>TB</c>, <c>BT</c>, <c>LR</c> or <c>RL</c>.</param>
    public PlotLayout(PlotGroup group, string direction)
    {
        _direction = direction;
        _edges = [.. group.All.SelectMany(g => g.Edges).Distinct()];
        _root = Block(group, isRoot: true);
        Move(_root, Margin, Margin);
        Blocks = [.. _root.All.Skip(1)];
        (Width, Height) = IsAcross ? (_root.Along + (2 * Margin), _root.Across + (2 * Margin)) : (_root.Across + (2 * Margin), _root.Along + (2 * Margin));
        Lines = [.. _edges.Where(e => e.From != e.To).Select(Line).OfType<(double X, double Y)[]>()];
    }

    /// <summary>Size of the picture.</summary>
    public double Width { get; }

    /// <summary>Size of the picture.</summary>
    public double Height { get; }

    /// <summary>All boxes and models.</summary>
    public IReadOnlyList<PlotBlock> Blocks { get; }

    /// <summary>The lines, from corner to corner; an arrow stands at the last.</summary>
    public IReadOnlyList<(double X, double Y)[]> Lines { get; }

    private bool IsAcross => _direction is "LR" or "RL";

    /// <summary>Left, top, width and height of a block in the picture.</summary>
    public (double X, double Y, double Width, double Height) Place(PlotBlock block)
    {
        var (x, y) = Point(block.Left, block.Top);
        var (width, height) = IsAcross ? (block.Along, block.Across) : (block.Across, block.Along);
        return (_direction == "RL" ? x - width : x, _direction == "BT" ? y - height : y, width, height);
    }

    /// <summary>Width and height that a box needs.</summary>
    public static (double Width, double Height) Measure(PlotBox box)
    {
        static double Wide(string text, double size) => (text.Length * StrokeFont.Advance * size) + (2 * Padding);
        var width = Math.Max(Wide(box.Title + box.Class, HeadSize), Math.Max(box.Activation is null ? 0 : Wide("Activation: " + box.Activation, FieldSize), box.Cells.Sum(c => Wide(c.Text + c.Strong, FieldSize))));
        return (width, HeadSize + (2 * Padding) + ((FieldSize + (2 * Padding)) * ((box.Activation is null ? 0 : 1) + (box.Cells.Count > 0 ? 1 : 0))));
    }

    private (double X, double Y) Point(double across, double along) => _direction switch
    {
        "LR" => (along, across),
        "RL" => (Width - along, across),
        "BT" => (across, Height - along),
        _ => (across, along),
    };

    private PlotBlock Block(object item, bool isRoot = false)
    {
        var block = new PlotBlock(item);
        if (item is PlotBox box)
        {
            var (width, height) = Measure(box);
            (block.Across, block.Along) = IsAcross ? (height, width) : (width, height);
            _leaves.TryAdd(box.Operation, block);
            return block;
        }

        block.Inside = [.. ((PlotGroup)item).Items.Select(i => Block(i))];
        var homes = block.Inside.SelectMany(b => b.All.Select(inner => (inner, b))).Where(p => p.inner.Item is PlotBox).GroupBy(p => ((PlotBox)p.inner.Item).Operation).ToDictionary(g => g.Key, g => g.First().b);
        var edges = _edges.Where(e => homes.ContainsKey(e.From) && homes.ContainsKey(e.To)).Select(e => (homes[e.From], homes[e.To])).Where(e => e.Item1 != e.Item2).ToList();
        block.Ranks = new PlotRanks(block.Inside, edges);
        var padding = isRoot ? 0 : GroupPadding;
        (block.Across, block.Along) = (block.Ranks.Across + (2 * padding), block.Ranks.Along + (2 * padding));
        foreach (var inner in block.Inside)
        {
            (inner.Left, inner.Top) = (inner.Left + padding, inner.Top + padding);
        }

        return block;
    }

    private static void Move(PlotBlock block, double across, double along)
    {
        (block.Left, block.Top) = (block.Left + across, block.Top + along);
        foreach (var inner in block.Inside)
        {
            Move(inner, block.Left, block.Top);
        }
    }

    /// <summary>A line between boxes, around those between them.</summary>
    private (double X, double Y)[]? Line((Operation From, Operation To) edge)
    {
        if (!_leaves.TryGetValue(edge.From, out var from) || !_leaves.TryGetValue(edge.To, out var to))
        {
            return null;
        }

        // The innermost model that holds both.
        var home = _root;
        while (home.Inside.FirstOrDefault(b => b.All.Contains(from) && b.All.Contains(to)) is { } deeper)
        {
            home = deeper;
        }

        var (a, b) = (home.Inside.First(i => i.All.Contains(from)), home.Inside.First(i => i.All.Contains(to)));
        var (rank, slots) = home.Ranks!.Chains[(a, b)];
        var isBack = slots[0].Block != a;
        var (first, last) = isBack ? (to, from) : (from, to);
        var padding = home == _root ? 0 : GroupPadding;
        var (across, along) = (home.Left + padding, home.Top + padding);
        var points = new List<(double X, double Y)> { Point(first.Center, first.Top + first.Along) };
        var current = first.Center;
        for (var i = 1; i < slots.Count; i++)
        {
            var next = i == slots.Count - 1 ? last.Center : slots[i].Center + across;
            if (Math.Abs(next - current) > 0.5)
            {
                var turn = along + home.Ranks.Turn(rank + i - 1, slots[i - 1].Center);
                points.Add(Point(current, turn));
                points.Add(Point(next, turn));
            }

            current = next;
        }

        points.Add(Point(last.Center, last.Top));
        return isBack ? [.. points.AsEnumerable().Reverse()] : [.. points];
    }
}
