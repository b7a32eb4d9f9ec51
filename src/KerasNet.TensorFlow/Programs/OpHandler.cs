namespace KerasNet.TensorFlow.Programs;

/// <summary>Runs a node: gives its outputs, which are tensors, variables or lists of tensors.</summary>
internal delegate object[] OpHandler(ProgramRun run, ProgramNode node, object[] inputs);
