using KerasNet.Internal;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Applications;

/// <summary>A model that is being made: what all architectures share, that is the checks of the arguments, the input, the pooling or classifier at the end, and the weights.</summary>
/// <remarks>While it lives, weights get no first values when a file will give them their values.</remarks>
internal sealed class ImageModel : IDisposable
{
    private readonly Tensor? _inputTensor;
    private readonly LoadContext? _load;
    private Tensor? _input;

    public ImageModel(bool includeTop, string? weights, Tensor? inputTensor, TensorShape? inputShape, string? pooling, int classes, string? classifierActivation)
    {
        (IncludeTop, Weights, _inputTensor, InputShape, Pooling, Classes, ClassifierActivation) = (includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation);
        if (weights is not (null or "imagenet") && !File.Exists(weights))
        {
            throw new ArgumentException(
                $"The `weights` argument should be either `null` (random initialization), 'imagenet' (pre-training on ImageNet), or the path to the weights file to be loaded. Received: weights={weights}", nameof(weights));
        }

        if (IsPretrained && includeTop && classes != 1000)
        {
            throw new ArgumentException($"If using `weights='imagenet'` with `includeTop: true`, `classes` should be 1000. Received classes={classes}", nameof(classes));
        }

        if (pooling is not null)
        {
            Require.OneOf(pooling, ["avg", "max"]);
        }

        _load = weights is null ? null : LoadContext.Enter(null);
    }

    public bool IncludeTop { get; }

    public string? Weights { get; }

    public TensorShape? InputShape { get; set; }

    public string? Pooling { get; }

    public int Classes { get; }

    public string? ClassifierActivation { get; }

    /// <summary>True when the weights are those that Keras publishes.</summary>
    public bool IsPretrained => Weights == "imagenet";

    public Tensor? InputTensor => _inputTensor;

    /// <summary>Checks the shape of the images and gives the tensor that the model begins with.</summary>
    public Tensor Input(int defaultSize, int minSize = 32)
    {
        InputShape = ImageShape.Obtain(InputShape, defaultSize, minSize, IncludeTop, IsPretrained);
        return Input();
    }

    /// <summary>The tensor that the model begins with, of the shape as it is.</summary>
    public Tensor Input() => _input = _inputTensor ?? Keras.Input(InputShape!);

    /// <summary>The classifier's last layer.</summary>
    public Tensor Predictions(Tensor x, Initializers.Initializer? kernelInitializer = null, Initializers.Initializer? biasInitializer = null, string name = "predictions")
    {
        CheckActivation();
        return x.Then(new Dense(Classes, ClassifierActivation ?? "linear", kernelInitializer: kernelInitializer, biasInitializer: biasInitializer), name);
    }

    /// <summary>Pools the features of a model without a classifier; without <c>pooling</c> they stay as they are.</summary>
    public Tensor Pool(Tensor x, string? average = null, string? max = null) => Pooling switch
    {
        "avg" => x.Then(new GlobalAveragePooling2D(), average),
        "max" => x.Then(new GlobalMaxPooling2D(), max),
        _ => x,
    };

    /// <summary>The usual end: average and classifier, or pooling.</summary>
    public Tensor Head(Tensor x, string? average = "avg_pool", string? max = "max_pool") => IncludeTop
        ? Predictions(x.Then(new GlobalAveragePooling2D(), "avg_pool"))
        : Pool(x, average, max);

    /// <summary>Published weights belong to softmax or to logits.</summary>
    public void CheckActivation()
    {
        if (Weights is not null && ClassifierActivation is not (null or "linear" or "softmax"))
        {
            throw new ArgumentException(
                $"Only `null` and `softmax` activations are allowed for the `classifierActivation` argument when using pretrained weights, with `includeTop: true`; Received: classifierActivation={ClassifierActivation}");
        }
    }

    /// <summary>The model, with the weights of the file.</summary>
    /// <param name="output">What the architecture computes.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="file">Keras's file; asked for only when those weights are wanted.</param>
    public Model Finish(Tensor output, string name, Func<PretrainedFile> file)
    {
        var model = new Model(_inputTensor is null ? _input! : new Tensors([.. Sources(_inputTensor)]), output) { Name = name };
        if (Weights is not null)
        {
            model.LoadWeights(IsPretrained ? file().Path(name) : Weights);
        }

        return model;
    }

    public void Dispose() => _load?.Dispose();

    /// <summary>The inputs that a symbolic tensor was computed from.</summary>
    private static List<Tensor> Sources(Tensor tensor)
    {
        var found = new List<Tensor>();
        var seen = new HashSet<Models.OperationCall>();
        void Visit(Tensor t)
        {
            var call = t.History is { } history ? history.Operation.Calls[history.CallIndex]
                : throw new ArgumentException($"inputTensor must be a symbolic tensor: that of Keras.Input(…) or of a layer called on it. Received: {t}");
            if (!seen.Add(call))
            {
                return;
            }

            if (call.Inputs.Count == 0)
            {
                found.Add(t);
            }

            foreach (var input in call.Inputs)
            {
                Visit(input);
            }
        }

        Visit(tensor);
        return found;
    }
}
