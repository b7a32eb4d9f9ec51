// The smallest problem that needs a hidden layer: exclusive or, four rows.
// Run: dotnet run examples/Xor.cs
#:project ../src/KerasNet.TensorFlow
#:property PublishAot=false

Keras.SetRandomSeed(7);

float[,] x = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
float[] flat = [0, 1, 1, 0];
float[,] column = { { 0 }, { 1 }, { 1 }, { 0 } };

// Targets of shape (4) and (4, 1) mean the same.
foreach (Data y in new Data[] { flat, column })
{
    var model = new Sequential([
        Keras.Input(2),
        new Layers.Dense(8, activation: "tanh"),
        new Layers.Dense(1, activation: "sigmoid"),
    ]);
    model.Compile(optimizer: new Optimizers.Adam(0.1), loss: "binary_crossentropy", metrics: ["accuracy"]);
    model.Fit(x, y, epochs: 200, verbose: 0);

    var score = model.Evaluate(x, y, verbose: 0);
    Console.WriteLine($"loss: {score["loss"]:F4}, accuracy: {score["accuracy"]:F4}");
}
