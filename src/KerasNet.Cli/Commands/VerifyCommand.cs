using System.CommandLine;
using System.Globalization;
using KerasNet.Saving;

namespace KerasNet.Cli.Commands;

/// <summary><c>kerasnet verify FILE --data io.npz</c>: compares a model's outputs with recorded ones.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A model: .keras, .h5, or the folder of a SavedModel." };
        var data = new Option<FileInfo>("--data") { Description = "Inputs x0, x1, … (or by name) and outputs y0, y1, … (.npz).", Required = true };
        var tolerance = new Option<double>("--tolerance") { Description = "Largest difference that passes.", DefaultValueFactory = _ => 2e-4 };
        var command = new Command("verify", "Prints the largest difference of each output from recorded numbers; 1 when one is too large. Example: kerasnet verify model.h5 --data io.npz") { file, data, tolerance };
        command.SetAction(result => CommandErrors.Run(() =>
        {
            var arrays = TensorArchive.Read(result.GetRequiredValue(data).FullName);
            var predicted = ModelInput.Predict(result.GetRequiredValue(file).FullName, arrays);
            var worst = 0.0;
            for (var i = 0; i < predicted.Count; i++)
            {
                if (!arrays.TryGetValue($"y{i}", out var expected))
                {
                    throw new InvalidDataException($"'{result.GetRequiredValue(data).Name}' has no array y{i} for output {i}. It has: {string.Join(", ", arrays.Keys)}.");
                }

                var difference = Difference(predicted[i], expected);
                worst = Math.Max(worst, difference);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"y{i}: {difference:g3}"));
            }

            return worst <= result.GetValue(tolerance) ? 0 : 1;
        }));
        return command;
    }

    private static double Difference(Tensor got, Tensor expected)
    {
        if (got.Shape != expected.Shape)
        {
            return double.PositiveInfinity;
        }

        var (a, b) = (Ops.Cast(got, DataType.Float64).ToArray<double>(), Ops.Cast(expected, DataType.Float64).ToArray<double>());
        return a.Zip(b, (x, y) => double.IsNaN(x) && double.IsNaN(y) ? 0 : double.IsNaN(x) || double.IsNaN(y) ? double.PositiveInfinity : Math.Abs(x - y)).DefaultIfEmpty(0).Max();
    }
}
