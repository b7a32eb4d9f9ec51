// A line through noisy points: the weights are found again.
// Run: dotnet run examples/LinearRegression.cs
#:project ../src/KerasNet.TensorFlow
#:property PublishAot=false
using NumSharp;

Keras.SetRandomSeed(1);
np.random.seed(1);

// y = 3x + 2, and some noise.
var x = np.random.rand(1000, 1).astype(np.float32);
var y = x * 3f + 2f + np.random.randn(1000, 1).astype(np.float32) * 0.01f;

var model = new Sequential([Keras.Input(1), new Layers.Dense(1)]);
model.Compile(optimizer: new Optimizers.SGD(0.1), loss: "mse");
model.Fit(x, y, epochs: 40, verbose: 0);

var weights = model.GetWeights();
Console.WriteLine($"weight: {(float)weights[0]:F3} (3)");
Console.WriteLine($"bias: {(float)weights[1]:F3} (2)");
