using System.CommandLine;
using KerasNet.Cli.Commands;

var root = new RootCommand("KerasNet: Keras for .NET on TensorFlow.") { DoctorCommand.Create() };
return root.Parse(args).Invoke();
