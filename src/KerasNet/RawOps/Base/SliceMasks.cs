using KerasNet.Graphs;

namespace KerasNet;

/// <summary>What the numbers of a strided slice mean; bit i belongs to number i.</summary>
internal readonly record struct SliceMasks
{
    /// <summary>The range begins where the axis does.</summary>
    public int Begin { get; init; }

    /// <summary>The range ends where the axis does.</summary>
    public int End { get; init; }

    /// <summary>As many whole axes as are left.</summary>
    public int Ellipsis { get; init; }

    /// <summary>A new axis of size 1.</summary>
    public int NewAxis { get; init; }

    /// <summary>One position; the axis is dropped.</summary>
    public int ShrinkAxis { get; init; }

    public static SliceMasks Of(Node node) => new()
    {
        Begin = node.Attr("begin_mask", 0),
        End = node.Attr("end_mask", 0),
        Ellipsis = node.Attr("ellipsis_mask", 0),
        NewAxis = node.Attr("new_axis_mask", 0),
        ShrinkAxis = node.Attr("shrink_axis_mask", 0),
    };
}
