namespace KerasNet.Tests;

/// <summary>The gradient tests of a family of public functions. Every class that implements it is found.</summary>
internal interface IOpGradients
{
    IEnumerable<OpGradient> Cases();
}
