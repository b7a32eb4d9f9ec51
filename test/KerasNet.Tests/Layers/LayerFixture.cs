using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Tests.EachLayer;

/// <summary>The test of one layer class. A line checks it all: <c>Check(() => new Dense(4), input: [2, 3], output: [2, 4], trainableWeights: 2)</c>.</summary>
/// <typeparam name="T">The class; a test of the house finds those without a fixture.</typeparam>
public abstract class LayerFixture<T>(string backend) : BackendFixture(backend)
    where T : Layer
{
    /// <summary>Config, weights, shapes, numbers, masks, losses and gradients against Keras; gradients against differences; one step of training; weights out and in; other types; the other backend.</summary>
    /// <param name="make">Makes the layer.</param>
    /// <param name="input">Shape of the input, or shapes.</param>
    /// <param name="output">Shape of the output, or shapes.</param>
    /// <param name="trainableWeights">Number of weights that are trained.</param>
    /// <param name="nonTrainableWeights">Number of weights that are not.</param>
    /// <param name="training">Whether the call is one of training.</param>
    /// <param name="mask">Whether the inputs have masks.</param>
    /// <param name="integers">Inputs are integers below this; 0: floats.</param>
    /// <param name="random">Whether the numbers are random: other types give others.</param>
    /// <param name="differences">Whether derivatives are those of the numbers: not where a layer stops gradients, or where a number has few digits.</param>
    /// <param name="narrow">Whether outputs have the compute type in mixed precision.</param>
    /// <param name="arguments">Named arguments of the call: flags, and masks by their shapes.</param>
    private protected void Check(
        Func<T> make, Shapes input, Shapes output, int trainableWeights = 0, int nonTrainableWeights = 0, bool training = false, bool mask = false, int integers = 0, bool random = false,
        bool differences = true, bool narrow = true, Dictionary<string, object>? arguments = null)
    {
        var question = new LayerQuestion(input.All, input.IsList, training, mask, integers, arguments ?? []);
        using (Keras.Scope())
        {
            var layer = make();
            Assert.That(layer, Is.TypeOf<T>());
            var asked = question.Of(layer);
            if (LayerGolden.Find(asked) is { } golden)
            {
                LayerChecks.Config(layer, golden);
                LayerChecks.Weights(layer, question, golden, trainableWeights, nonTrainableWeights);
                LayerChecks.Numbers(layer, question, golden);
            }
            else if (LayerGolden.Ask(asked))
            {
                Assert.Fail("Keras is still to be asked: scripts/make_layer_goldens.py.");
            }
            else
            {
                Assert.Fail($"Keras was not asked about this call of {typeof(T).Name}. Run scripts/make_layer_goldens.py, which says how. The question: {asked.ToJsonString()}");
            }
        }

        LayerChecks.SymbolicShapes(make, question, output.All);
        if (differences)
        {
            LayerChecks.Gradients(make, question);
        }

        LayerChecks.OneStep(make, question);
        LayerChecks.WeightsOutAndIn(make, question);
        if (narrow)
        {
            LayerChecks.NarrowTypes(make, question, exact: !random);
        }

        LayerChecks.OtherBackends(make, question, Backend);
    }

    /// <summary>The layer cannot be made, or called on an input, and the error says why.</summary>
    private protected static void Refuses(Func<T> make, string[] says, params int[][] input)
    {
        var named = false;
        void Run()
        {
            var layer = make();
            named = input.Length > 0;
            var inputs = input.Select(s => Keras.Input(new TensorShape(s)[1..], s[0])).ToArray();
            layer.Invoke(inputs.Length == 1 ? inputs[0] : inputs, CallArguments.None);
        }

        var error = Assert.Catch<ArgumentException>(Run);
        Assert.That(says, Has.All.Matches<string>(s => error!.Message.Contains(s!, StringComparison.Ordinal)), error!.Message);
        if (named)
        {
            Assert.That(error.Message, Does.Contain(KerasNet.Internal.AutoName.ToSnakeCase(typeof(T).Name)), "the layer's name");
        }
    }
}
