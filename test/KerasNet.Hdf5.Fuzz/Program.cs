using KerasNet.Hdf5.Fuzz;

// mutate FROM COUNT FOLDER...   damages the .h5 files of the folders in COUNT ways, numbered from FROM, and reads each; the number is the seed
// write PATH                    writes PATH over and over until the process is killed
// kill PATH COUNT               starts "write PATH" COUNT times, kills it at some moment, and looks at PATH
// Memory is limited from outside: with DOTNET_GCHeapHardLimit=0x4100000 (64 MB and 4 times the longest file) whatever asks for more is refused, and counted.
return args switch
{
    ["mutate", var from, var count, .. var folders] when folders.Length > 0 => Mutations.Run(int.Parse(from), int.Parse(count), folders),
    ["write", var path] => Writing.UntilKilled(path),
    ["kill", var path, var count] => Writing.Kill(path, int.Parse(count)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("mutate FROM COUNT FOLDER... | write PATH | kill PATH COUNT");
    return 2;
}
