using System.CommandLine;
using KerasNet.Saving;

namespace KerasNet.Cli.Commands;

/// <summary><c>kerasnet predict FILE --input x.npz --output y.npz</c>: what a model computes for arrays.</summary>
internal static class PredictCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A model: .keras, .h5, or the folder of a SavedModel." };
        var input = new Option<FileInfo>("--input") { Description = "Arrays x0, x1, … or by the names of the inputs (.npz).", Required = true };
        var output = new Option<FileInfo>("--output") { Description = "Where the outputs y0, y1, … go (.npz).", Required = true };
        var command = new Command("predict", "Computes a model's outputs for arrays. Example: kerasnet predict model.keras --input x.npz --output y.npz") { file, input, output };
        command.SetAction(result => CommandErrors.Run(() =>
        {
            var predicted = ModelInput.Predict(result.GetRequiredValue(file).FullName, TensorArchive.Read(result.GetRequiredValue(input).FullName));
            Npz.Save(result.GetRequiredValue(output).FullName, predicted.Select((t, i) => KeyValuePair.Create($"y{i}", t.DType == DataType.BFloat16 ? Ops.Cast(t, DataType.Float32) : t)));
            Console.WriteLine(string.Join(", ", predicted.Select((t, i) => $"y{i} {t.Shape} {t.DType.Name()}")));
        }));
        return command;
    }
}
