namespace KerasNet.Tests;

/// <summary>A family's gradient tests. Every class that implements it is found, run on every backend, and counted as the ops' gradient tests.</summary>
internal interface IGradientCases
{
    IEnumerable<GradientCase> Cases();
}
