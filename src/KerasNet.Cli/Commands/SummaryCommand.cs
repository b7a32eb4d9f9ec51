using System.CommandLine;

namespace KerasNet.Cli.Commands;

/// <summary><c>kerasnet summary FILE</c>: the layers of a model's file.</summary>
internal static class SummaryCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A model: .keras, .h5, or the text of model.to_json() or to_yaml()." };
        var nested = new Option<bool>("--expand-nested") { Description = "List the layers of nested models too." };
        var command = new Command("summary", "Prints the layers of a model's file, their output shapes and numbers of weights. Example: kerasnet summary model.h5") { file, nested };
        command.SetAction(result => CommandErrors.Run(() =>
        {
            using var managed = Keras.Scope("managed");
            ModelInput.Load(result.GetRequiredValue(file).FullName).Summary(expandNested: result.GetValue(nested), printFn: Console.Out.Write);
        }));
        return command;
    }
}
