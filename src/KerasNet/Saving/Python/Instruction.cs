namespace KerasNet.Saving.Python;

/// <summary>One instruction of Python's machine, under the name of Python 3.10 or 3.12.</summary>
internal readonly record struct Instruction(string Name, int Argument)
{
    private static readonly Dictionary<int, string> _common = new()
    {
        [9] = "NOP", [11] = "NEGATIVE", [19] = "POWER", [20] = "MULTIPLY", [21] = "DIVIDE", [22] = "MODULO", [23] = "ADD", [24] = "SUBTRACT", [25] = "SUBSCR", [26] = "FLOOR_DIVIDE", [27] = "DIVIDE",
        [28] = "FLOOR_DIVIDE", [29] = "DIVIDE", [55] = "ADD", [56] = "SUBTRACT", [57] = "MULTIPLY", [58] = "DIVIDE", [59] = "MODULO", [67] = "POWER", [83] = "RETURN", [100] = "CONST", [101] = "GLOBAL",
        [102] = "TUPLE", [103] = "TUPLE", [106] = "ATTRIBUTE", [116] = "GLOBAL", [124] = "LOCAL", [131] = "CALL", [133] = "SLICE", [136] = "FREE", [141] = "CALL_KW", [160] = "ATTRIBUTE", [161] = "CALL",
    };

    private static readonly Dictionary<int, string> _new = new()
    {
        [0] = "NOP", [2] = "NULL", [9] = "NOP", [11] = "NEGATIVE", [25] = "SUBSCR", [26] = "PAIR_SLICE", [83] = "RETURN", [100] = "CONST", [102] = "TUPLE", [103] = "TUPLE", [106] = "ATTRIBUTE", [116] = "GLOBAL",
        [121] = "RETURN_CONST", [122] = "BINARY", [124] = "LOCAL", [133] = "SLICE", [135] = "NOP", [136] = "FREE", [137] = "FREE", [149] = "NOP", [151] = "NOP", [160] = "METHOD", [166] = "NOP", [171] = "CALL", [172] = "KW_NAMES",
    };

    private static readonly string?[] _binary = ["ADD", null, "FLOOR_DIVIDE", null, null, "MULTIPLY", "MODULO", null, "POWER", null, "SUBTRACT", "DIVIDE", null];

    /// <summary>The instructions of a function; null where one is unknown.</summary>
    /// <param name="code">The function.</param>
    /// <param name="isWide">Whether all take two bytes, as from Python 3.6 on.</param>
    public static List<Instruction>? Decode(PythonCode code, bool isWide)
    {
        var list = new List<Instruction>();
        var bytes = code.Bytes;
        var isNew = code.Layout == 311;
        var table = isNew ? _new : _common;
        var isMethodless = isNew && !HasWord(bytes, 166) && HasWord(bytes, 171);        // 3.12 has no PRECALL
        var extended = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var op = bytes[at];
            int argument;
            if (isWide)
            {
                argument = (at + 1 < bytes.Length ? bytes[at + 1] : 0) | extended;
                at += 2;
            }
            else
            {
                argument = op < 90 ? 0 : at + 2 < bytes.Length ? bytes[at + 1] | (bytes[at + 2] << 8) : -1;
                at += op < 90 ? 1 : 3;
            }

            if (op == 144 && isWide)
            {
                extended = argument << 8;
                continue;
            }

            extended = 0;
            if (argument < 0 || !table.TryGetValue(op, out var name))
            {
                return null;
            }

            switch (name)
            {
                case "BINARY":
                    if (argument >= 26 || _binary[argument % 13] is not { } binary)
                    {
                        return null;
                    }

                    list.Add(new Instruction(binary, 0));
                    break;
                case "GLOBAL" when isNew:
                    if ((argument & 1) != 0)
                    {
                        list.Add(new Instruction("NULL", 0));
                    }

                    list.Add(new Instruction("GLOBAL", argument >> 1));
                    break;
                case "METHOD":
                    list.Add(new Instruction("ATTRIBUTE", argument));
                    break;
                case "ATTRIBUTE" when isMethodless:
                    list.Add(new Instruction("ATTRIBUTE", argument >> 1));
                    break;
                default:
                    list.Add(new Instruction(name, argument));
                    break;
            }
        }

        return list;
    }

    private static bool HasWord(byte[] bytes, byte op)
    {
        for (var i = 0; i < bytes.Length; i += 2)
        {
            if (bytes[i] == op)
            {
                return true;
            }
        }

        return false;
    }
}
