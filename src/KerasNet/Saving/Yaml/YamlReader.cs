using System.Text.Json.Nodes;

namespace KerasNet.Saving.Yaml;

/// <summary>The YAML that PyYAML writes for a model's config: mappings and lists in block and flow style, quoted and plain texts, anchors, and tags, which are read over.</summary>
/// <remarks>Nothing is ever constructed from a tag. Anchors may not grow the document beyond what its length allows.</remarks>
internal sealed class YamlReader
{
    private const int MaxDepth = 200;
    private readonly List<YamlLine> _lines;
    private readonly Dictionary<string, JsonNode?> _anchors = new(StringComparer.Ordinal);
    private readonly FlowReader _flow;
    private int _next;
    private int _depth;

    private YamlReader(List<YamlLine> lines, int length)
    {
        _lines = lines;
        _flow = new FlowReader(_anchors, length);
    }

    /// <exception cref="InvalidDataException">The text is no mapping in this form.</exception>
    public static JsonObject Read(string text)
    {
        var reader = new YamlReader(YamlLine.Split(text), text.Length);
        return reader._lines.Count > 0 && reader.Block(0) is JsonObject o ? Legacy.ConfigEdits.Reread(o) : throw new InvalidDataException("The text is no YAML of a model: it is no mapping.");
    }

    /// <summary>A node whose lines are indented at least so far.</summary>
    private JsonNode? Block(int indent)
    {
        if (++_depth > MaxDepth)
        {
            throw YamlLine.Bad(Current, $"it is nested more than {MaxDepth} deep");
        }

        var line = Current;
        JsonNode? node = line.Indent < indent ? null
            : line.IsItem ? List(line.Indent)
            : KeyEnd(line.Text) >= 0 ? Mapping(line.Indent)
            : Scalar();
        _depth--;
        return node;
    }

    private YamlLine Current => _next < _lines.Count ? _lines[_next] : YamlLine.End;

    private JsonArray List(int indent)
    {
        var list = new JsonArray();
        while (Current is { IsItem: true } line && line.Indent == indent)
        {
            var rest = line.Text[1..].TrimStart(' ');
            if (rest.Length == 0)
            {
                _next++;
                list.Add(Current.Indent > indent ? Block(indent + 1) : null);
                continue;
            }

            // What follows the dash is a line of its own, further in.
            _lines[_next] = line with { Indent = indent + line.Text.Length - rest.Length, Text = rest };
            list.Add(Value(_lines[_next].Text, indent + 1, isWhole: true));
        }

        return list;
    }

    private JsonObject Mapping(int indent)
    {
        var map = new JsonObject();
        while (Current is { IsItem: false } line && line.Indent == indent && KeyEnd(line.Text) is >= 0 and var colon)
        {
            var key = _flow.Text(line.Text[..colon].Trim());
            var rest = line.Text[(colon + 1)..].Trim(' ');
            if (rest.Length == 0)
            {
                _next++;
                // A list may stand under its key without being indented.
                map[key] = Current.Indent > indent || (Current.Indent == indent && Current.IsItem) ? Block(indent) : null;
                continue;
            }

            _lines[_next] = line with { Indent = indent + 1, Text = rest };
            map[key] = Value(rest, indent + 1, isWhole: false);
        }

        return map;
    }

    /// <summary>What stands behind a dash or a key: with properties in front, on this line and further ones.</summary>
    private JsonNode? Value(string text, int indent, bool isWhole)
    {
        var (anchor, rest) = FlowReader.Properties(text);
        var line = _lines[_next];
        JsonNode? node;
        if (rest.Length == 0)
        {
            _next++;
            node = Current.Indent >= indent || (Current.IsItem && Current.Indent >= indent - 1) ? Block(indent - 1) : null;
        }
        else
        {
            _lines[_next] = line with { Indent = line.Indent + text.Length - rest.Length, Text = rest };
            node = isWhole && (rest.StartsWith("- ", StringComparison.Ordinal) || KeyEnd(rest) >= 0) ? Block(_lines[_next].Indent) : Scalar();
        }

        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    /// <summary>A scalar or a flow collection, which may go on over further lines that are indented more.</summary>
    private JsonNode? Scalar()
    {
        var line = Current;
        var text = line.Text;
        _next++;
        if (text is "|" or "|-" or "|+" or ">" or ">-" or ">+")
        {
            return Literal(text);
        }

        while (!FlowReader.IsComplete(text) && _next < _lines.Count)
        {
            // A backslash at the end joins the lines.
            text = text[0] == '"' && text.EndsWith('\\') ? text[..^1] + _lines[_next++].Text : $"{text} {_lines[_next++].Text}";
        }

        // A plain text goes on while lines are further in than the key.
        while (text[0] is not ('"' or '\'' or '[' or '{' or '*') && Current.Indent > line.Indent && !Current.IsItem && KeyEnd(Current.Text) < 0 && _next < _lines.Count)
        {
            text += " " + _lines[_next++].Text;
        }

        return _flow.Read(text);
    }

    private JsonNode Literal(string style)
    {
        var first = Current.Indent;
        var parts = new List<string>();
        while (_next < _lines.Count && Current.Indent >= first)
        {
            parts.Add(new string(' ', Current.Indent - first) + _lines[_next++].Text);
        }

        return string.Join(style[0] == '|' ? '\n' : ' ', parts) + (style.EndsWith('-') ? string.Empty : "\n");
    }

    /// <summary>The colon that ends a key; -1 where the line is no entry of a mapping.</summary>
    private static int KeyEnd(string text)
    {
        if (text.Length == 0 || text[0] is '[' or '{' or '"' or '\'' or '!' or '&' or '*' or '|' or '>')
        {
            var end = text.Length > 1 && text[0] is '"' or '\'' ? text.IndexOf(text[0], 1) : -1;
            return end > 0 && end + 1 < text.Length && text[end + 1] == ':' ? end + 1 : -1;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ':' && (i + 1 == text.Length || text[i + 1] == ' '))
            {
                return i;
            }
        }

        return -1;
    }
}
