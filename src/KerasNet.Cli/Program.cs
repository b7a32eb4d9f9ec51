using System.CommandLine;
using KerasNet.Cli.Commands;

var root = new RootCommand("KerasNet: Keras for .NET on TensorFlow.") { DoctorCommand.Create(), SummaryCommand.Create(), PredictCommand.Create(), ConvertCommand.Create(), VerifyCommand.Create() };
return root.Parse(args).Invoke();
