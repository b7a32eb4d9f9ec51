using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Yaml;

/// <summary>Scalars, and collections in brackets, of YAML.</summary>
internal sealed class FlowReader(Dictionary<string, JsonNode?> anchors, int documentLength)
{
    private const int MaxDepth = 200;
    private long _copied;

    /// <summary>The node of a text.</summary>
    public JsonNode? Read(string text)
    {
        var at = 0;
        var node = Node(text, ref at, 0);
        Skip(text, ref at);
        return at >= text.Length ? node : throw Bad(text, "there is more behind its end");
    }

    /// <summary>A key or a text.</summary>
    public string Text(string text) => Read(text) is { } node ? node is JsonValue v && v.TryGetValue<string>(out var s) ? s : text : "null";

    /// <summary>Tags and an anchor in front of a node, and what is behind them.</summary>
    public static (string? Anchor, string Behind) Properties(string text)
    {
        string? anchor = null;
        while (text.Length > 0 && text[0] is '!' or '&')
        {
            var end = text.IndexOf(' ', StringComparison.Ordinal);
            var word = end < 0 ? text : text[..end];
            anchor = word[0] == '&' ? word[1..] : anchor;
            text = end < 0 ? string.Empty : text[end..].TrimStart(' ');
        }

        return (anchor, text);
    }

    /// <summary>False while a quote or a bracket is open.</summary>
    public static bool IsComplete(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '"' or '\'' && (i == 0 || text[i - 1] is ' ' or '[' or '{' or ',' or ':'))
            {
                i = QuoteEnd(text, i);
                if (i < 0)
                {
                    return false;
                }
            }
            else if (depth > 0 || i == 0)
            {
                depth += text[i] is '[' or '{' ? 1 : text[i] is ']' or '}' ? -1 : 0;
                if (i == 0 && depth == 0)
                {
                    return true;
                }
            }
        }

        return depth <= 0;
    }

    private static int QuoteEnd(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[start] == '"' && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[start])
            {
                if (text[start] == '\'' && i + 1 < text.Length && text[i + 1] == '\'')
                {
                    i++;
                    continue;
                }

                return i;
            }
        }

        return -1;
    }

    private JsonNode? Node(string text, ref int at, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Bad(text, $"it is nested more than {MaxDepth} deep");
        }

        Skip(text, ref at);
        string? anchor = null;
        while (at < text.Length && text[at] is '!' or '&')
        {
            var end = at;
            while (end < text.Length && text[end] is not (' ' or ',' or ']' or '}'))
            {
                end++;
            }

            anchor = text[at] == '&' ? text[(at + 1)..end] : anchor;
            at = end;
            Skip(text, ref at);
        }

        var node = at >= text.Length ? null : text[at] switch
        {
            '[' => List(text, ref at, depth),
            '{' => Map(text, ref at, depth),
            '"' or '\'' => Quoted(text, ref at),
            '*' => Alias(text, ref at),
            _ => Plain(text, ref at, depth),
        };
        if (anchor is not null)
        {
            anchors[anchor] = node;
        }

        return node;
    }

    private JsonArray List(string text, ref int at, int depth)
    {
        var list = new JsonArray();
        at++;
        for (Skip(text, ref at); at < text.Length && text[at] != ']'; Skip(text, ref at))
        {
            list.Add(Node(text, ref at, depth + 1));
            Skip(text, ref at);
            if (at < text.Length && text[at] == ',')
            {
                at++;
            }
            else if (at >= text.Length || text[at] != ']')
            {
                throw Bad(text, "a list is not closed");
            }
        }

        at++;
        return at <= text.Length ? list : throw Bad(text, "a list is not closed");
    }

    private JsonObject Map(string text, ref int at, int depth)
    {
        var map = new JsonObject();
        at++;
        for (Skip(text, ref at); at < text.Length && text[at] != '}'; Skip(text, ref at))
        {
            var key = Node(text, ref at, depth + 1)?.ToString() ?? "null";
            Skip(text, ref at);
            JsonNode? value = null;
            if (at < text.Length && text[at] == ':')
            {
                at++;
                value = Node(text, ref at, depth + 1);
                Skip(text, ref at);
            }

            map[key] = value;
            if (at < text.Length && text[at] == ',')
            {
                at++;
            }
            else if (at >= text.Length || text[at] != '}')
            {
                throw Bad(text, "a mapping is not closed");
            }
        }

        at++;
        return at <= text.Length ? map : throw Bad(text, "a mapping is not closed");
    }

    /// <summary>What an anchor names, copied: a short text with many of them could fill the memory.</summary>
    private JsonNode? Alias(string text, ref int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] is not (' ' or ',' or ']' or '}' or ':'))
        {
            end++;
        }

        var name = text[(at + 1)..end];
        at = end;
        if (!anchors.TryGetValue(name, out var node))
        {
            throw Bad(text, $"there is no anchor '{name}'");
        }

        var copy = node?.DeepClone();
        _copied += copy?.ToJsonString().Length ?? 0;
        return _copied <= (16L * documentLength) + 65536 ? copy : throw Bad(text, "its aliases make it too large");
    }

    private static JsonNode Quoted(string text, ref int at)
    {
        var end = QuoteEnd(text, at);
        if (end < 0)
        {
            throw Bad(text, "a quote is not closed");
        }

        var inner = text[(at + 1)..end];
        var isDouble = text[at] == '"';
        at = end + 1;
        return isDouble ? Unescape(inner) : inner.Replace("''", "'", StringComparison.Ordinal);
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || ++i >= text.Length)
            {
                result.Append(i < text.Length ? text[i] : '\\');
                continue;
            }

            var digits = text[i] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0 && i + digits < text.Length + 0 && int.TryParse(text.AsSpan(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                result.Append(code is > 0xffff and <= 0x10ffff ? char.ConvertFromUtf32(code) : ((char)code).ToString());
                i += digits;
                continue;
            }

            result.Append(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', 'a' => '\a', 'b' => '\b', 'e' => '\x1b', 'f' => '\f', 'v' => '\v', 'N' => '\x85', '_' => '\xa0', var c => c });
        }

        return result.ToString();
    }

    private static JsonNode? Plain(string text, ref int at, int depth)
    {
        var end = at;
        while (end < text.Length && !(depth > 0 && text[end] is ',' or ']' or '}' or '[' or '{')
            && !(text[end] == ':' && (end + 1 == text.Length || text[end + 1] == ' ') && depth > 0)
            && !(text[end] == '#' && end > at && text[end - 1] == ' '))
        {
            end++;
        }

        var word = text[at..end].Trim();
        at = end < text.Length && text[end] == '#' ? text.Length : end;
        return word switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" or "yes" or "on" => true,
            "false" or "False" or "FALSE" or "no" or "off" => false,
            ".inf" => double.MaxValue,
            "-.inf" => -double.MaxValue,
            ".nan" => null,
            _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ when IsNumber(word) && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => word,
        };
    }

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]) || (word.Length > 1 && word[0] is '-' or '+' or '.' && (char.IsAsciiDigit(word[1]) || word[1] == '.'));

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    private static InvalidDataException Bad(string text, string what) => new($"The YAML cannot be read: {what} in '{(text.Length > 60 ? text[..60] + "…" : text)}'.");
}
