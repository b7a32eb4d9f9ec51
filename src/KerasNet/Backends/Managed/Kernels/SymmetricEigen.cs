using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Eigenvalues and vectors of symmetric matrices by way of a tridiagonal form and its QR steps, in the order of operations that TensorFlow's library has: the signs of vectors are the same.</summary>
internal sealed class SymmetricEigen<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int MostSteps = 30;

    /// <summary>The least normal number, and the distance of 1 and the next number: how many steps are made, and so which way a vector points, depends on the type.</summary>
    private static readonly (T Tiny, T Precision) _limits = typeof(T) == typeof(float)
        ? (T.CreateTruncating(1.17549435e-38), T.CreateTruncating(1.1920929e-7))
        : (T.CreateTruncating(2.2250738585072014e-308), T.CreateTruncating(2.220446049250313e-16));

    private static readonly T _half = T.CreateTruncating(0.5);

    private readonly int _n;
    private readonly T[] _a;
    private readonly T[] _diagonal;
    private readonly T[] _beside;
    private readonly T[] _q;

    /// <summary>Decomposes; only the lower triangle is read.</summary>
    public SymmetricEigen(double[] a, int n)
    {
        (_n, _a, _diagonal, _beside, _q) = (n, Array.ConvertAll(a, T.CreateTruncating), new T[n], new T[Math.Max(n - 1, 0)], new T[n * n]);
        var scale = T.Zero;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                scale = T.Max(scale, T.Abs(_a[(i * n) + j]));
            }
        }

        scale = scale == T.Zero ? T.One : scale;
        for (var i = 0; i < _a.Length; i++)
        {
            _a[i] /= scale;
        }

        if (n == 3)
        {
            OfThree();
        }
        else
        {
            Tridiagonal();
        }

        Iterate();
        Sort();
        for (var i = 0; i < n; i++)
        {
            _diagonal[i] *= scale;
        }
    }

    /// <summary>Eigenvalues in ascending order.</summary>
    public double[] Values => Array.ConvertAll(_diagonal, double.CreateTruncating);

    /// <summary>Vectors in columns.</summary>
    public double[] Vectors => Array.ConvertAll(_q, double.CreateTruncating);

    private void OfThree()
    {
        var (a00, a10, a11, a20, a21, a22) = (_a[0], _a[3], _a[4], _a[6], _a[7], _a[8]);
        var v1 = a20 * a20;
        (_diagonal[0], _q[0]) = (a00, T.One);
        if (v1 <= _limits.Tiny)
        {
            (_diagonal[1], _diagonal[2], _beside[0], _beside[1]) = (a11, a22, a10, a21);
            (_q[4], _q[8]) = (T.One, T.One);
            return;
        }

        var beta = T.Sqrt((a10 * a10) + v1);
        var (m01, m02) = (a10 / beta, a20 / beta);
        var q = ((m01 + m01) * a21) + (m02 * (a22 - a11));
        (_diagonal[1], _diagonal[2], _beside[0], _beside[1]) = (a11 + (m02 * q), a22 - (m02 * q), beta, a21 - (m01 * q));
        (_q[4], _q[5], _q[7], _q[8]) = (m01, m02, m02, -m01);
    }

    /// <summary>Householder's reflections, column by column, then put together from the last to the first.</summary>
    private void Tridiagonal()
    {
        var n = _n;
        var factors = new T[Math.Max(n - 1, 0)];
        var p = new T[n];
        for (var i = 0; i < n - 1; i++)
        {
            // The reflection of the part below the diagonal: v = (1, essential).
            var first = _a[((i + 1) * n) + i];
            var tail = T.Zero;
            for (var r = i + 2; r < n; r++)
            {
                tail += _a[(r * n) + i] * _a[(r * n) + i];
            }

            T beta, h;
            if (tail <= _limits.Tiny)
            {
                (h, beta) = (T.Zero, first);
                for (var r = i + 2; r < n; r++)
                {
                    _a[(r * n) + i] = T.Zero;
                }
            }
            else
            {
                beta = T.Sqrt((first * first) + tail);
                beta = first >= T.Zero ? -beta : beta;
                for (var r = i + 2; r < n; r++)
                {
                    _a[(r * n) + i] /= first - beta;
                }

                h = (beta - first) / beta;
            }

            _a[((i + 1) * n) + i] = T.One;
            var dot = T.Zero;
            for (var r = i + 1; r < n; r++)
            {
                var sum = T.Zero;
                for (var c = i + 1; c < n; c++)
                {
                    sum += _a[(Math.Max(r, c) * n) + Math.Min(r, c)] * h * _a[(c * n) + i];
                }

                p[r] = sum;
                dot += sum * _a[(r * n) + i];
            }

            for (var r = i + 1; r < n; r++)
            {
                p[r] += h * -_half * dot * _a[(r * n) + i];
            }

            for (var r = i + 1; r < n; r++)
            {
                for (var c = i + 1; c <= r; c++)
                {
                    _a[(r * n) + c] -= (_a[(r * n) + i] * p[c]) + (p[r] * _a[(c * n) + i]);
                }
            }

            (_beside[i], factors[i], _diagonal[i]) = (beta, h, _a[(i * n) + i]);
        }

        _diagonal[n - 1] = _a[(n * n) - 1];
        for (var i = 0; i < n; i++)
        {
            _q[(i * n) + i] = T.One;
        }

        for (var i = n - 2; i >= 0; i--)
        {
            for (var c = i + 1; c < n; c++)
            {
                var sum = T.Zero;
                for (var r = i + 1; r < n; r++)
                {
                    sum += (r == i + 1 ? T.One : _a[(r * n) + i]) * _q[(r * n) + c];
                }

                for (var r = i + 1; r < n; r++)
                {
                    _q[(r * n) + c] -= factors[i] * (r == i + 1 ? T.One : _a[(r * n) + i]) * sum;
                }
            }
        }
    }

    private void Iterate()
    {
        var (end, start, steps) = (_n - 1, 0, 0);
        while (end > 0)
        {
            for (var i = start; i < end; i++)
            {
                if (T.Abs(_beside[i]) < _limits.Tiny)
                {
                    _beside[i] = T.Zero;
                    continue;
                }

                var scaled = _beside[i] / _limits.Precision;
                if (scaled * scaled <= T.Abs(_diagonal[i]) + T.Abs(_diagonal[i + 1]))
                {
                    _beside[i] = T.Zero;
                }
            }

            while (end > 0 && _beside[end - 1] == T.Zero)
            {
                end--;
            }

            if (end <= 0 || ++steps > MostSteps * _n)
            {
                break;
            }

            start = end - 1;
            while (start > 0 && _beside[start - 1] != T.Zero)
            {
                start--;
            }

            Step(start, end);
        }
    }

    /// <summary>One implicit QR step with Wilkinson's shift.</summary>
    private void Step(int start, int end)
    {
        var td = (_diagonal[end - 1] - _diagonal[end]) * _half;
        var e = _beside[end - 1];
        var mu = _diagonal[end];
        if (td == T.Zero)
        {
            mu -= T.Abs(e);
        }
        else if (e != T.Zero)
        {
            var h = T.Hypot(td, e);
            mu -= e * e == T.Zero ? e / ((td + (td > T.Zero ? h : -h)) / e) : e * e / (td + (td > T.Zero ? h : -h));
        }

        var (x, z) = (_diagonal[start] - mu, _beside[start]);
        for (var k = start; k < end && z != T.Zero; k++)
        {
            var (c, s) = Rotation(x, z);
            var sdk = (s * _diagonal[k]) + (c * _beside[k]);
            var dkp1 = (s * _beside[k]) + (c * _diagonal[k + 1]);
            _diagonal[k] = (c * ((c * _diagonal[k]) - (s * _beside[k]))) - (s * ((c * _beside[k]) - (s * _diagonal[k + 1])));
            _diagonal[k + 1] = (s * sdk) + (c * dkp1);
            _beside[k] = (c * sdk) - (s * dkp1);
            if (k > start)
            {
                _beside[k - 1] = (c * _beside[k - 1]) - (s * z);
            }

            x = _beside[k];
            if (k < end - 1)
            {
                z = -s * _beside[k + 1];
                _beside[k + 1] = c * _beside[k + 1];
            }

            for (var i = 0; i < _n; i++)
            {
                var (left, right) = (_q[(i * _n) + k], _q[(i * _n) + k + 1]);
                _q[(i * _n) + k] = (c * left) - (s * right);
                _q[(i * _n) + k + 1] = (s * left) + (c * right);
            }
        }
    }

    /// <summary>Givens' rotation that brings (p, q) to (r, 0).</summary>
    private static (T C, T S) Rotation(T p, T q)
    {
        if (q == T.Zero)
        {
            return (p < T.Zero ? -T.One : T.One, T.Zero);
        }

        if (p == T.Zero)
        {
            return (T.Zero, q < T.Zero ? T.One : -T.One);
        }

        if (T.Abs(p) > T.Abs(q))
        {
            var t = q / p;
            var u = T.Sqrt(T.One + (t * t));
            u = p < T.Zero ? -u : u;
            return (T.One / u, -t / u);
        }
        else
        {
            var t = p / q;
            var u = T.Sqrt(T.One + (t * t));
            u = q < T.Zero ? -u : u;
            var s = -T.One / u;
            return (-t * s, s);
        }
    }

    private void Sort()
    {
        for (var i = 0; i < _n - 1; i++)
        {
            var least = i;
            for (var k = i + 1; k < _n; k++)
            {
                least = _diagonal[k] < _diagonal[least] ? k : least;
            }

            if (least > i)
            {
                (_diagonal[i], _diagonal[least]) = (_diagonal[least], _diagonal[i]);
                for (var r = 0; r < _n; r++)
                {
                    (_q[(r * _n) + i], _q[(r * _n) + least]) = (_q[(r * _n) + least], _q[(r * _n) + i]);
                }
            }
        }
    }
}
