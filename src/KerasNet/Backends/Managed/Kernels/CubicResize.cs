namespace KerasNet.Backends.Managed;

/// <summary>Cubic resizing of images <c>(batch, height, width, channels)</c>, and the way of gradients back along the same weights.</summary>
internal sealed class CubicResize(CubicAxis rows, CubicAxis columns, int inputRows, int inputColumns, int channels)
{
    private readonly int _outputRows = rows.Index.Length / CubicAxis.Taps;
    private readonly int _outputColumns = columns.Index.Length / CubicAxis.Taps;

    private delegate void Pixel(ReadOnlySpan<float> source, Span<float> target, int input, int output, int channels, float weight);

    public void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        y.Clear();
        Walk(y.Length, x, y, static (x, y, from, to, count, weight) =>
        {
            for (var c = 0; c < count; c++)
            {
                y[to + c] += weight * x[from + c];
            }
        });
    }

    public void Backward(ReadOnlySpan<float> dy, Span<float> dx)
    {
        dx.Clear();
        Walk(dy.Length, dy, dx, static (dy, dx, from, to, count, weight) =>
        {
            for (var c = 0; c < count; c++)
            {
                dx[from + c] += weight * dy[to + c];
            }
        });
    }

    private void Walk(int outputSize, ReadOnlySpan<float> source, Span<float> target, Pixel pixel)
    {
        var pixels = channels == 0 ? 0 : outputSize / channels;
        for (var at = 0; at < pixels; at++)
        {
            var (column, line) = (at % _outputColumns * CubicAxis.Taps, at / _outputColumns);
            var (row, image) = (line % _outputRows * CubicAxis.Taps, line / _outputRows);
            for (var i = 0; i < CubicAxis.Taps; i++)
            {
                var from = ((image * inputRows) + rows.Index[row + i]) * inputColumns;
                for (var j = 0; j < CubicAxis.Taps; j++)
                {
                    var weight = rows.Weight[row + i] * columns.Weight[column + j];
                    pixel(source, target, (from + columns.Index[column + j]) * channels, at * channels, channels, weight);
                }
            }
        }
    }
}
