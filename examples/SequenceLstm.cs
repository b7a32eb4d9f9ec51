// Which of two halves of a sequence has the greater sum: an LSTM must remember to answer.
// Run: dotnet run examples/SequenceLstm.cs
#:project ../src/KerasNet.TensorFlow
#:property PublishAot=false
using NumSharp;

Keras.SetRandomSeed(1);
np.random.seed(1);

const int steps = 16;
var x = np.random.rand(2000, steps, 1).astype(np.float32);
var y = new int[2000];
for (var i = 0; i < y.Length; i++)
{
    double first = 0, second = 0;
    for (var t = 0; t < steps; t++)
    {
        var value = (float)x[i, t, 0];
        (first, second) = t < steps / 2 ? (first + value, second) : (first, second + value);
    }

    y[i] = first > second ? 1 : 0;
}

var model = new Sequential([
    Keras.Input((steps, 1)),
    new Layers.LSTM(32),
    new Layers.Dense(1, activation: "sigmoid"),
]);
model.Compile(optimizer: new Optimizers.Adam(0.01), loss: "binary_crossentropy", metrics: ["accuracy"]);
model.Fit(x, y, epochs: 30, batchSize: 50, validationSplit: 0.2, verbose: 2);

var score = model.Evaluate(x["1600:"], y[1600..], verbose: 0);
Console.WriteLine($"held-out accuracy: {score["accuracy"]:F4}");
