using System.Reflection;
using System.Runtime.InteropServices;
using KerasNet.TensorFlow;
using KerasNet.TensorFlow.Native;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class NativeMethodsTests
{
    [Test]
    public void EveryFunctionIsExported()
    {
        if (!TensorFlowLibrary.TryLoad(out var whyNot))
        {
            Assert.Ignore(whyNot!);
        }

        var names = typeof(NativeMethods).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(m => m.Name).Where(n => n.StartsWith("TF_", StringComparison.Ordinal) || n.StartsWith("TFE_", StringComparison.Ordinal)).ToList();

        Assert.That(names, Has.Count.GreaterThan(100));
        Assert.That(names.Where(n => !NativeLibrary.TryGetExport(TensorFlowLibrary.Handle, n, out _)), Is.Empty);
    }

    [Test]
    public void TheStructsHaveTensorFlowsSizes()
    {
        Assert.That(Marshal.SizeOf<TF_Output>(), Is.EqualTo(16));
        Assert.That(Marshal.SizeOf<TF_Buffer>(), Is.EqualTo(24));
    }
}
