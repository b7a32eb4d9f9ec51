using KerasNet.Benchmarks;

// keras [--only NAME,NAME] [--seconds S] [--no-first-step]   JSON lines in the form of the Python script
// first-step NAME                                            one training step in a process of its own
// table [--only NAME,NAME] --python "COMMAND"                both sides in turn, and the ratios
return args switch
{
    ["keras", .. var rest] => KerasRun.All(new RunOptions(rest)),
    ["first-step", var name] => KerasRun.FirstStep(name),
    ["table", .. var rest] => ComparisonTable.Print(new RunOptions(rest)),
    _ => RunOptions.Usage(),
};
