using KerasNet.Conformance.Commands;

return args switch
{
    ["records", .. var rest] => RecordsCommand.Run(rest, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project test/KerasNet.Conformance -- COMMAND

          records FOLDER [--backend NAME]   replays recorded cases, the *.jsonl files of a folder
        """);
    return 2;
}
