using System.Diagnostics;
using System.Text;

namespace KerasNet.Internal;

/// <summary>Text for the listeners of <see cref="Trace"/>, a line at a time.</summary>
internal sealed class TraceWriter : TextWriter
{
    public static readonly TraceWriter Instance = new();

    private readonly StringBuilder _line = new();
    private readonly Lock _lock = new();

    private TraceWriter()
    {
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_lock)
        {
            if (value == '\n')
            {
                Trace.WriteLine(_line.ToString());
                _line.Clear();
            }
            else if (value != '\r')
            {
                _line.Append(value);
            }
        }
    }
}
