namespace KerasNet.TensorFlow.Runtime;

/// <summary>One line on a console while a runtime is unpacked; one line at the end where the output goes to a file.</summary>
internal sealed class UnpackProgress(TextWriter writer, string title)
{
    private readonly bool _live = ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected;
    private int _shown = -1;

    public void Report(double part)
    {
        var percent = (int)(part * 100);
        if (_live && percent > _shown && percent < 100)
        {
            _shown = percent;
            writer.Write($"\rUnpacking {title} (once) … {percent} %");
        }
    }

    public void Waiting() => writer.WriteLine($"Waiting for another process that unpacks {title} …");

    public void Done() => writer.WriteLine($"{(_live ? "\r" : "")}Unpacking {title} (once) … 100 %");
}
