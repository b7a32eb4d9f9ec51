using System.Runtime.InteropServices;
using KerasNet.TensorFlow;
using KerasNet.TensorFlow.Native;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed unsafe class LibraryTests
{
    [SetUp]
    public void NeedsTheLibrary()
    {
        if (!TensorFlowLibrary.TryLoad(out var whyNot))
        {
            Assert.Ignore(whyNot!);
        }
    }

    [Test]
    public void SaysItsVersion()
    {
        Assert.That(Version.Parse(TensorFlowLibrary.Version), Is.GreaterThanOrEqualTo(TensorFlowLibrary.OldestVersion));
        Assert.That(Marshal.PtrToStringUTF8((nint)NativeMethods.TF_Version()), Is.EqualTo(TensorFlowLibrary.Version));
        Assert.That(TensorFlowLibrary.LastSearch.LibraryPath, Does.Exist);
    }

    [Test]
    public void RunsAGraphThatAdds()
    {
        using var graph = new GraphHandle();
        using var status = new StatusHandle();
        var a = Placeholder(graph, status, "a");
        var b = Placeholder(graph, status, "b");
        var description = NativeMethods.TF_NewOperation(graph.Pointer, "AddV2", "sum");
        NativeMethods.TF_AddInput(description, a);
        NativeMethods.TF_AddInput(description, b);
        var sum = new TF_Output(NativeMethods.TF_FinishOperation(description, status.Pointer), 0);
        status.ThrowIfFailed();

        using var session = new SessionHandle(graph, []);
        var feeds = stackalloc TF_Output[] { a, b };
        var values = stackalloc nint[] { Scalars(1, 2, 3), Scalars(10, 20, 30) };
        nint result;
        NativeMethods.TF_SessionRun(session.Pointer, 0, feeds, values, 2, &sum, &result, 1, null, 0, 0, status.Pointer);
        status.ThrowIfFailed();

        Assert.That(new Span<float>(NativeMethods.TF_TensorData(result), 3).ToArray(), Is.EqualTo(new float[] { 11, 22, 33 }));
        NativeMethods.TF_DeleteTensor(values[0]);
        NativeMethods.TF_DeleteTensor(values[1]);
        NativeMethods.TF_DeleteTensor(result);
    }

    [Test]
    public void RunsOneOpAtOnce()
    {
        using var context = new EagerContextHandle([]);
        using var status = new StatusHandle();
        var tensor = Scalars(1, 2, 3);
        var input = NativeMethods.TFE_NewTensorHandle(tensor, status.Pointer);
        NativeMethods.TF_DeleteTensor(tensor);
        var op = NativeMethods.TFE_NewOp(context.Pointer, "Neg", status.Pointer);
        NativeMethods.TFE_OpSetAttrType(op, "T", 1);
        NativeMethods.TFE_OpAddInput(op, input, status.Pointer);
        nint output;
        var count = 1;
        NativeMethods.TFE_Execute(op, &output, &count, status.Pointer);
        status.ThrowIfFailed();
        var result = NativeMethods.TFE_TensorHandleResolve(output, status.Pointer);

        Assert.That(new Span<float>(NativeMethods.TF_TensorData(result), 3).ToArray(), Is.EqualTo(new float[] { -1, -2, -3 }));
        NativeMethods.TF_DeleteTensor(result);
        NativeMethods.TFE_DeleteTensorHandle(output);
        NativeMethods.TFE_DeleteTensorHandle(input);
        NativeMethods.TFE_DeleteOp(op);
    }

    [Test]
    public void AStatusBecomesAnExceptionWithTensorFlowsCode()
    {
        using var graph = new GraphHandle();
        using var status = new StatusHandle();
        var description = NativeMethods.TF_NewOperation(graph.Pointer, "NoSuchOp", "x");
        NativeMethods.TF_FinishOperation(description, status.Pointer);

        var error = Assert.Throws<TensorFlowException>(() => status.ThrowIfFailed("layer 'dense_1'"))!;

        Assert.That(error.Code, Is.EqualTo(TensorFlowCode.InvalidArgument));
        Assert.That(error.Message, Does.StartWith("layer 'dense_1': ").And.Contain("NoSuchOp"));
    }

    [TestCase("")]
    [TestCase("short")]
    [TestCase("ein längerer Text, der nicht in die Zelle passt: 日本語")]
    public void TextGoesThroughAStringCell(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        TF_TString cell;
        NativeMethods.TF_StringInit(&cell);
        fixed (byte* p = bytes)
        {
            NativeMethods.TF_StringCopy(&cell, p, (nuint)bytes.Length);
        }

        var copy = new ReadOnlySpan<byte>(NativeMethods.TF_StringGetDataPointer(&cell), (int)NativeMethods.TF_StringGetSize(&cell)).ToArray();
        NativeMethods.TF_StringDealloc(&cell);

        Assert.That(copy, Is.EqualTo(bytes));
        Assert.That(sizeof(TF_TString), Is.EqualTo(24));
    }

    [Test]
    public void ListsEveryOpAsBytes()
    {
        using var ops = new BufferHandle(NativeMethods.TF_GetAllOpList());

        Assert.That(ops.Bytes.IndexOf("ResourceApplyAdam"u8), Is.GreaterThan(0));
    }

    [Test]
    public void AHandleIsClosedOnceAndThenSaysSo()
    {
        var graph = new GraphHandle();
        var session = new SessionHandle(graph, []);
        graph.Dispose();
        session.Announce(1000);
        session.Dispose();
        session.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _ = session.Pointer);
        Assert.Throws<ObjectDisposedException>(() => _ = graph.Pointer);
    }

    private static TF_Output Placeholder(GraphHandle graph, StatusHandle status, string name)
    {
        var description = NativeMethods.TF_NewOperation(graph.Pointer, "Placeholder", name);
        NativeMethods.TF_SetAttrType(description, "dtype", 1);
        var operation = NativeMethods.TF_FinishOperation(description, status.Pointer);
        status.ThrowIfFailed(name);
        return new(operation, 0);
    }

    private static nint Scalars(params ReadOnlySpan<float> values)
    {
        long length = values.Length;
        var tensor = NativeMethods.TF_AllocateTensor(1, &length, 1, (nuint)(values.Length * sizeof(float)));
        values.CopyTo(new Span<float>(NativeMethods.TF_TensorData(tensor), values.Length));
        return tensor;
    }
}
