namespace KerasNet.Saving.Python;

/// <summary>What a file holds of a Python function: data, never run.</summary>
/// <param name="Layout">In which order the parts stood: 2 (Python 2), 30 (3.0 to 3.7), 38 (3.8 to 3.10), 311 (3.11 and 3.12).</param>
/// <param name="ArgumentCount">Number of arguments.</param>
/// <param name="Bytes">Instructions.</param>
/// <param name="Constants">Constants.</param>
/// <param name="Names">Names of globals and attributes.</param>
/// <param name="Locals">Names of arguments and locals.</param>
/// <param name="Free">Names from outer functions.</param>
internal sealed record PythonCode(int Layout, int ArgumentCount, byte[] Bytes, object?[] Constants, string[] Names, string[] Locals, string[] Free);
