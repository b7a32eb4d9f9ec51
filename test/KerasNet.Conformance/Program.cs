using KerasNet.Conformance.Commands;

return args switch
{
    ["records", .. var rest] => RecordsCommand.Run(rest, Console.Out, Console.Error),
    ["fuzz", _, _, ..] => FuzzCommand.Run(args[1..], Console.Out),
    ["case", var call] => FuzzCommand.RunOne(call),
    ["models", .. var rest] => ModelsCommand.Run(rest, Console.Out, Console.Error),
    ["mutate", .. var rest] => MutateCommand.Run(rest, Console.Out, Console.Error),
    ["write", .. var rest] => WriteCommand.Run(rest, Console.Out, Console.Error),
    ["export", .. var rest] => ExportCommand.Run(rest, Console.Out, Console.Error),
    ["coverage", .. var rest] => CoverageCommand.Run(rest, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project test/KerasNet.Conformance -- COMMAND

          records FOLDER [--backend NAME]      replays recorded cases, the *.jsonl files of a folder
          fuzz CASES SEED [--backend NAME] [--only CLASS,CLASS]
                                               random calls of layers, each written before it runs
          case JSON                            one of these calls
          models FOLDER [--backend NAME]       opens model files, and compares with the arrays beside them
          mutate FOLDER COUNT SEED [--backend NAME]
                                               opens damaged copies of model files
          write FOLDER OUT                     writes them anew in every format, for Python to open
          export OUT                           writes models of many kinds as SavedModels and checkpoints, for TensorFlow to run
          coverage INVENTORY [--write PORTING.md]  which of Keras's public objects and parameters exist
        """);
    return 2;
}
