using KerasNet.Layers;

namespace KerasNet.Models;

/// <summary>One call of an operation on symbolic tensors, with all its arguments.</summary>
/// <param name="Operation">What was called.</param>
/// <param name="Index">Which call of it, from 0.</param>
/// <param name="Inputs">First argument; may hold constants beside symbolic tensors.</param>
/// <param name="Outputs">Symbolic results.</param>
/// <param name="Arguments">Further arguments, known to the operation.</param>
internal sealed record OperationCall(Operation Operation, int Index, Tensors Inputs, Tensors Outputs, CallArguments? Arguments);
