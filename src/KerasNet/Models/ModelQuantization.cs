using System.Text.RegularExpressions;
using KerasNet.Layers;
using KerasNet.Quantizers;

namespace KerasNet.Models;

/// <summary>Quantises the layers of a model that have no layers inside.</summary>
internal static class ModelQuantization
{
    /// <summary>Quantises those that a filter takes; a line on the error stream names classes that cannot be.</summary>
    public static void Run(Model model, string? mode, QuantizationConfig? config, Func<Layer, bool>? filter, bool typeCheck)
    {
        config = QuantizationConfig.Of(mode, config);
        if (config is CalibrationConfig calibration)
        {
            var structure = calibration.QuantizationLayerStructure ?? model.GetQuantizationLayerStructure(config.Mode) ?? throw new ArgumentException(
                $"For mode='{config.Mode}', a valid quantization structure must be provided either via `config.QuantizationLayerStructure` or by overriding `model.GetQuantizationLayerStructure(mode)`.", nameof(config));
            Calibration.Run(calibration, structure, filter, typeCheck);
            return;
        }

        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in Leaves(model).Where(l => filter?.Invoke(l) ?? true))
        {
            try
            {
                layer.Quantize(config.Mode, config, typeCheck);
            }
            catch (NotSupportedException e)
            {
                if (layer.Weights.Count > 0 && refused.Add(e.Message))
                {
                    Console.Error.WriteLine(e.Message);
                }
            }
        }
    }

    /// <summary>The layers of which a name matches one of some regular expressions, in part.</summary>
    public static Func<Layer, bool> Named(IReadOnlyList<string> patterns) =>
        layer => patterns.Any(p => Regex.IsMatch(layer.Name, p, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    /// <summary>The layers inside that have none inside themselves.</summary>
    public static IEnumerable<Layer> Leaves(Layer layer) => layer.SubLayers.Count == 0 && layer is not Model ? [layer] : layer.SubLayers.SelectMany(Leaves).Distinct();
}
