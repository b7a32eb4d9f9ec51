using KerasNet.Layers;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Scaled dot-product attention of queries to keys and values, all <c>(batch, length, heads, features)</c>.</summary>
    /// <remarks>Python: <c>keras.ops.dot_product_attention</c>. Vaswani et al., 2017.</remarks>
    /// <param name="query">Queries.</param>
    /// <param name="key">Keys; may have fewer heads, each for a group of the queries'.</param>
    /// <param name="value">Values, with the keys' heads.</param>
    /// <param name="bias">Added to the logits; broadcasts to <c>(batch, heads, queries, keys)</c>.</param>
    /// <param name="mask">Bool: true where a query may see a key; broadcasts likewise.</param>
    /// <param name="scale">Factor of the logits; null for one over the root of the feature number.</param>
    /// <param name="isCausal">True when a query sees no later key.</param>
    /// <param name="flashAttention">True asks for a fused kernel, which these backends do not have.</param>
    /// <param name="attnLogitsSoftCap">A bound of the logits, which only JAX on TPU has.</param>
    /// <exception cref="ArgumentException">A rank is not 4.</exception>
    /// <exception cref="NotSupportedException">Flash attention or a soft cap is asked for.</exception>
    public static Tensor DotProductAttention(
        Tensor query, Tensor key, Tensor value, Tensor? bias = null, Tensor? mask = null, double? scale = null, bool isCausal = false, bool? flashAttention = null, double? attnLogitsSoftCap = null)
    {
        if (flashAttention == true || attnLogitsSoftCap is not null)
        {
            throw new NotSupportedException("Flash attention and a soft cap of the logits are not supported. Leave flashAttention and attnLogitsSoftCap out.");
        }

        if (query.Rank != 4 || key.Rank != 4 || value.Rank != 4)
        {
            throw new ArgumentException($"`dot_product_attention` only supports 4D inputs. Received: query.shape={query.Shape}, key.shape={key.Shape}, value.shape={value.Shape}.", nameof(query));
        }

        Tensor?[] all = [query, key, value, bias, mask];
        return Run("DotProductAttention", [.. all.OfType<Tensor>()], t =>
        {
            var next = 3;
            var b = bias is null ? null : t[next++];
            return Attend(t[0], t[1], t[2], b, mask is null ? null : t[next], scale, isCausal);
        }, (FunctionOperation.Arguments, (object?[])[query, key, value, bias, mask, scale]), ("is_causal", isCausal), ("flash_attention", flashAttention), ("attn_logits_soft_cap", attnLogitsSoftCap));
    }

    private static Tensor Attend(Tensor query, Tensor key, Tensor value, Tensor? bias, Tensor? mask, double? scale, bool isCausal)
    {
        var type = DTypePromotion.Of(DTypePromotion.Of(query.DType, key.DType), value.DType);
        var q = RawOps.Transpose(RawOps.Cast(query, type), 0, 2, 1, 3);
        var (k, v) = (HeadsOf(RawOps.Cast(key, type), query.Shape[2]), HeadsOf(RawOps.Cast(value, type), query.Shape[2]));
        var logits = AtLeastFloat32(RawOps.BatchMatMulV2(q, k, adjointB: true));
        var factor = scale is { } given ? Number(given, logits)
            : key.Shape[3] >= 0 ? Number(1 / Math.Sqrt(key.Shape[3]), logits)
            : RawOps.Rsqrt(RawOps.Cast(RawOps.StridedSlice(RawOps.Shape(key), 3), logits.DType));
        logits = RawOps.Mul(logits, factor);
        logits = bias is null ? logits : RawOps.AddV2(logits, RawOps.Cast(bias, logits.DType));
        var seen = isCausal ? Earlier(logits) : null;
        seen = mask is null ? seen : seen is null ? mask : RawOps.LogicalAnd(mask, seen);
        logits = seen is null ? logits : RawOps.SelectV2(seen, logits, Number(-0.7 * 3.38953e38, logits));
        var y = RawOps.BatchMatMulV2(RawOps.Cast(RawOps.Softmax(logits), type), v);
        return RawOps.Transpose(y, 0, 2, 1, 3);
    }

    /// <summary>Heads before positions, each repeated for its group of queries.</summary>
    private static Tensor HeadsOf(Tensor x, int queryHeads)
    {
        var heads = x.Shape[2];
        if (queryHeads > heads && heads > 1)
        {
            var groups = queryHeads / heads;
            var parts = RawOps.Split(x, heads, 2);
            x = RawOps.ConcatV2([.. parts.SelectMany(p => Enumerable.Repeat(p, groups))], 2);
        }

        return RawOps.Transpose(x, 0, 2, 1, 3);
    }

    /// <summary>True where the key's position is not after the query's.</summary>
    private static Tensor Earlier(Tensor logits)
    {
        var shape = RawOps.Shape(logits);
        var queries = RawOps.ExpandDims(RawOps.Range(RawOps.StridedSlice(shape, 2)), 1);
        return RawOps.LessEqual(RawOps.Range(RawOps.StridedSlice(shape, 3)), queries);
    }
}
