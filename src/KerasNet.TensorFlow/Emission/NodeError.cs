using System.Text.RegularExpressions;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Turns what TensorFlow says of a node into what it means for a layer.</summary>
internal static partial class NodeError
{
    /// <summary>Throws what went wrong while a node was made.</summary>
    public static void ThrowIfFailed(StatusHandle status, string node)
    {
        if (NativeMethods.TF_GetCode(status.Pointer) != 0)
        {
            throw new TensorFlowException(status.Code, $"{Place(node)}: {Clean(status.Message)}");
        }
    }

    /// <summary>Throws what went wrong in a run: the message names the node.</summary>
    public static void ThrowIfFailed(StatusHandle status)
    {
        if (NativeMethods.TF_GetCode(status.Pointer) == 0)
        {
            return;
        }

        var message = status.Message;
        var node = Node().Match(message);
        throw new TensorFlowException(status.Code, node.Success ? $"{Place(NodeNames.Original(node.Groups["name"].Value))}: {Clean(message)}" : message);
    }

    private static string Place(string node) => node.LastIndexOf('/') is > 0 and var end
        ? $"Layer '{node[..end]}' (node '{node}')"
        : $"Node '{node}'";

    /// <summary>TensorFlow's words without the places that are said already.</summary>
    private static string Clean(string message) => Brackets().Replace(message, string.Empty).Trim();

    [GeneratedRegex(@"\{\{node (?<name>[^}\s]+)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Node();

    [GeneratedRegex(@"\s*\[\[\{\{node [^\]]*\]\]|\{\{(?:function_)?node [^}]*\}\}\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Brackets();
}
