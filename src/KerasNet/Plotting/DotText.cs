using System.Text;
using KerasNet.Layers;

namespace KerasNet.Plotting;

/// <summary>A picture in Graphviz's language DOT, with Keras's labels.</summary>
internal static class DotText
{
    public static string Of(PlotGroup root, string rankdir, int dpi, string splines, bool subgraph)
    {
        var names = new Dictionary<Operation, string>();
        foreach (var box in root.Boxes)
        {
            names.TryAdd(box.Operation, $"n{names.Count}");
        }

        var text = new StringBuilder();
        if (subgraph)
        {
            Cluster(text, root, names, string.Empty);
            return text.ToString();
        }

        text.Append("digraph G {\n").Append($"rankdir={rankdir};\nconcentrate=True;\ndpi={dpi};\nsplines={splines};\nnode [shape=record];\n");
        Content(text, root, names, string.Empty);
        return text.Append("}\n").ToString();
    }

    /// <summary>Keras's label of a box, a table in Graphviz's HTML.</summary>
    public static string Label(PlotBox box)
    {
        var table = new StringBuilder("<<table border=\"0\" cellborder=\"1\" bgcolor=\"black\" cellpadding=\"10\">");
        table.Append($"<tr><td colspan=\"{box.Span}\" bgcolor=\"black\"><font point-size=\"16\" color=\"white\"><b>{Escaped(box.Title)}</b>{Escaped(box.Class)}</font></td></tr>");
        if (box.Activation is not null)
        {
            table.Append($"<tr><td bgcolor=\"white\" colspan=\"{box.Span}\"><font point-size=\"14\">Activation: <b>{Escaped(box.Activation)}</b></font></td></tr>");
        }

        if (box.Cells.Count > 0)
        {
            table.Append("<tr>");
            foreach (var cell in box.Cells)
            {
                var background = cell.Background == Color.White ? "white" : cell.Background == Color.ForestGreen ? "forestgreen" : "firebrick";
                table.Append($"<td bgcolor=\"{background}\"><font point-size=\"14\"{(cell.IsLight ? " color=\"white\"" : string.Empty)}>{Escaped(cell.Text)}<b>{Escaped(cell.Strong)}</b></font></td>");
            }

            table.Append("</tr>");
        }

        return table.Append("</table>>").ToString();
    }

    private static void Content(StringBuilder text, PlotGroup group, Dictionary<Operation, string> names, string indent)
    {
        foreach (var item in group.Items)
        {
            if (item is PlotBox box)
            {
                text.Append($"{indent}{names[box.Operation]} [label={Label(box)}, fontname=Helvetica, border=0, margin=0];\n");
            }
            else
            {
                Cluster(text, (PlotGroup)item, names, indent);
            }
        }

        foreach (var (from, to) in group.Edges.Where(e => names.ContainsKey(e.From) && names.ContainsKey(e.To)))
        {
            text.Append($"{indent}{names[from]} -> {names[to]} [penwidth=2];\n");
        }
    }

    private static void Cluster(StringBuilder text, PlotGroup group, Dictionary<Operation, string> names, string indent)
    {
        var name = (group.Name ?? string.Empty).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        text.Append($"{indent}subgraph \"cluster_{name}\" {{\n{indent}style=dashed;\n{indent}label=\"{name}\";\n{indent}labeljust=l;\n");
        Content(text, group, names, indent + "  ");
        text.Append($"{indent}}}\n");
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
