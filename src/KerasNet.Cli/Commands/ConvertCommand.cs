using System.CommandLine;

namespace KerasNet.Cli.Commands;

/// <summary><c>kerasnet convert IN OUT</c>: a model in another format.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var from = new Argument<FileInfo>("in") { Description = "A model of any Keras: .keras or .h5." };
        var to = new Argument<FileInfo>("out") { Description = ".keras, .h5, .weights.h5 (weights alone), .ckpt (weights alone, as a TensorFlow checkpoint), .json (architecture alone), or a folder (SavedModel, for inference)." };
        var command = new Command("convert", "Writes a model in another format, as the end of the name says; a name without end is a SavedModel. Example: kerasnet convert old.h5 new.keras") { from, to };
        command.SetAction(result => CommandErrors.Run(() =>
        {
            using var managed = Keras.Scope("managed");
            var model = ModelInput.Load(result.GetRequiredValue(from).FullName);
            var path = result.GetRequiredValue(to).FullName;
            if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            {
                File.WriteAllText(path, model.ToJson());
            }
            else if (path.EndsWith(".weights.h5", StringComparison.OrdinalIgnoreCase))
            {
                model.SaveWeights(path);
            }
            else if (path.EndsWith(".ckpt", StringComparison.OrdinalIgnoreCase))
            {
                model.SaveWeights(path, saveFormat: "tf");
            }
            else if (Path.GetExtension(path).Length == 0 || Directory.Exists(path))
            {
                model.Export(path, verbose: false);
            }
            else
            {
                model.Save(path);
            }

            Console.WriteLine(path);
        }));
        return command;
    }
}
