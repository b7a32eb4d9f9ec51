using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>TensorFlow's functions that models call, by the end of their names. Row 14 of loading-traps.md.</summary>
internal static class FunctionForms
{
    private static readonly Dictionary<string, FunctionForm> _forms = Make();

    /// <summary>The form of <c>math.multiply</c>, <c>nn.relu</c>, <c>compat.v1.transpose</c>, …; null for a function that is not known.</summary>
    public static FunctionForm? Find(string function) =>
        _forms.GetValueOrDefault(function) ?? _forms.GetValueOrDefault(function[(function.LastIndexOf('.') + 1)..]);

    private static Dictionary<string, FunctionForm> Make()
    {
        var forms = new Dictionary<string, FunctionForm>(StringComparer.Ordinal);
        void Add(string names, string op, string tensors, string config = "", params (string, JsonNode?)[] defaults)
        {
            var form = new FunctionForm(op, tensors.Split(','), [.. config.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('=') is [var a, var b] ? (a, b) : (c, c))], defaults);
            foreach (var name in names.Split(' '))
            {
                forms[name] = form;
            }
        }

        Unary(Add);
        Binary(Add);
        Reductions(Add);
        Shapes(Add);
        return forms;
    }

    private delegate void Adder(string names, string op, string tensors, string config = "", params (string, JsonNode?)[] defaults);

    private static void Unary(Adder add)
    {
        foreach (var pair in "abs=Absolute negative=Negative neg=Negative exp=Exp log=Log log1p=Log1p expm1=Expm1 sqrt=Sqrt rsqrt=Rsqrt square=Square sin=Sin cos=Cos tan=Tan asin=Arcsin acos=Arccos atan=Arctan sinh=Sinh cosh=Cosh tanh=Tanh asinh=Arcsinh acosh=Arccosh atanh=Arctanh sigmoid=Sigmoid softplus=Softplus floor=Floor ceil=Ceil round=Round rint=Round sign=Sign reciprocal=Reciprocal erf=Erf logical_not=LogicalNot identity=Copy stop_gradient=StopGradient zeros_like=ZerosLike zeros_like_v2=ZerosLike ones_like=OnesLike ones_like_v2=OnesLike is_nan=Isnan is_finite=Isfinite is_inf=Isinf relu=Relu relu6=Relu6 elu=Elu selu=Selu swish=Silu silu=Silu softsign=Softsign log_sigmoid=LogSigmoid hard_sigmoid=HardSigmoid".Split(' '))
        {
            add(pair.Split('=')[0], pair.Split('=')[1], "x");
        }

        add("gelu", "Gelu", "features", "approximate", ("approximate", false));
        add("leaky_relu", "LeakyRelu", "features", "alpha=negative_slope", ("negative_slope", 0.2));
        add("softmax softmax_v2", "Softmax", "logits", "axis", ("axis", -1));
        add("log_softmax log_softmax_v2", "LogSoftmax", "logits", "axis", ("axis", -1));
        add("l2_normalize l2_normalize_v2", "Normalize", "x", "axis,epsilon", ("order", 2), ("epsilon", 1e-12));
        add("clip_by_value", "Clip", "t", "clip_value_min=x_min,clip_value_max=x_max");
        add("cast to_float", "Cast", "x", "dtype", ("dtype", "float32"));
    }

    private static void Binary(Adder add)
    {
        foreach (var pair in "add=Add add_v2=Add subtract=Subtract sub=Subtract multiply=Multiply mul=Multiply divide=TrueDivide truediv=TrueDivide div=TrueDivide floordiv=FloorDivide floor_div=FloorDivide floormod=Mod mod=Mod maximum=Maximum minimum=Minimum pow=Power equal=Equal not_equal=NotEqual greater=Greater greater_equal=GreaterEqual less=Less less_equal=LessEqual logical_and=LogicalAnd logical_or=LogicalOr logical_xor=LogicalXor divide_no_nan=DivideNoNan eq=Equal ne=NotEqual gt=Greater ge=GreaterEqual lt=Less le=LessEqual".Split(' '))
        {
            add(pair.Split('=')[0], pair.Split('=')[1], "x,y");
        }

        add("atan2", "Arctan2", "y,x");
        add("bias_add", "Add", "value,bias");
        add("matmul", "Matmul", "a,b");
        add("where where_v2", "Where", "condition,x,y");
        add("squared_difference", "SquaredDifference", "x,y");
        add("tensordot", "Tensordot", "a,b", "axes");
    }

    private static void Reductions(Adder add)
    {
        foreach (var pair in "reduce_mean=Mean reduce_sum=Sum reduce_max=Max reduce_min=Min reduce_prod=Prod reduce_any=Any reduce_all=All reduce_std=Std reduce_variance=Var reduce_logsumexp=Logsumexp".Split(' '))
        {
            add(pair.Split('=')[0] + " " + pair.Split('=')[0] + "_v1", pair.Split('=')[1], "input_tensor", "axis,keepdims,keep_dims=keepdims,reduction_indices=axis");
        }

        add("argmax argmax_v2 arg_max", "Argmax", "input", "axis,dimension=axis", ("axis", 0));
        add("argmin argmin_v2 arg_min", "Argmin", "input", "axis,dimension=axis", ("axis", 0));
        add("cumsum", "Cumsum", "x", "axis", ("axis", 0));
        add("cumprod", "Cumprod", "x", "axis", ("axis", 0));
        add("norm norm_v2", "Norm", "tensor", "ord,axis,keepdims");
        add("sort", "Sort", "values", "axis", ("axis", -1));
        add("top_k", "TopK", "input", "k,sorted", ("k", 1));
    }

    private static void Shapes(Adder add)
    {
        add("expand_dims expand_dims_v2", "ExpandDims", "input", "axis,dim=axis");
        add("squeeze squeeze_v2", "Squeeze", "input", "axis,squeeze_dims=axis");
        add("transpose transpose_v2", "Transpose", "a", "perm=axes");
        add("reshape", "Reshape", "tensor", "shape=newshape");
        add("reshape_each", "ReshapeEach", "tensor", "shape");
        add("concat", "Concatenate", "values", "axis", ("axis", 0));
        add("stack", "Stack", "values", "axis", ("axis", 0));
        add("unstack", "Unstack", "value", "num,axis", ("axis", 0));
        add("tile", "Tile", "input", "multiples=repeats");
        add("repeat repeat_with_axis", "Repeat", "input", "repeats,axis");
        add("reverse reverse_v2", "Flip", "tensor", "axis");
        add("gather gather_v2", "Take", "params,indices", "axis", ("axis", 0));
        add("one_hot", "OneHot", "indices", "depth=num_classes,axis,dtype", ("axis", -1));
        add("broadcast_to", "BroadcastTo", "input", "shape");
        add("flip_left_right", "Flip", "image", "", ("axis", -2));
        add("flip_up_down", "Flip", "image", "", ("axis", -3));
        add("rgb_to_grayscale", "RGBToGrayscale", "images");
        add("avg_pool avg_pool2d avg_pool_v2", "AveragePool", "input,value", "ksize=pool_size,strides,padding", ("data_format", "channels_last"));
        add("max_pool max_pool2d max_pool_v2", "MaxPool", "input,value", "ksize=pool_size,strides,padding", ("data_format", "channels_last"));
        add("conv2d conv2d_v2", "Conv", "input,filter", "strides,padding,dilations=dilation_rate", ("strides", 1), ("dilation_rate", 1), ("data_format", "channels_last"));
        add("slice", "PartOf", "input_", "begin,size");
        add("roll", "Roll", "input", "shift,axis");
        add("depth_to_space", "DepthToSpace", "input", "block_size");
        add("space_to_depth", "SpaceToDepth", "input", "block_size");
        add("pad pad_v2", "Pad", "tensor", "paddings=pad_width,mode,constant_values");
    }
}
