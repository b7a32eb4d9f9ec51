// Handwritten digits with a multilayer perceptron: Keras's mnist_mlp.py, line by line.
// Run: dotnet run examples/MnistMlp.cs
#:project ../src/KerasNet.TensorFlow
#:property PublishAot=false
using NumSharp;

const int batchSize = 128;
const int classes = 10;
const int epochs = 10;

Keras.SetRandomSeed(1);

// The data, split between train and test sets.
var ((xTrain, yTrain), (xTest, yTest)) = Datasets.Mnist.LoadData();
xTrain = xTrain.reshape(xTrain.shape[0], 784).astype(np.float32) / 255f;
xTest = xTest.reshape(xTest.shape[0], 784).astype(np.float32) / 255f;
Console.WriteLine($"{xTrain.shape[0]} train samples");
Console.WriteLine($"{xTest.shape[0]} test samples");

var model = new Sequential([
    Keras.Input(784),
    new Layers.Dense(512, activation: "relu"),
    new Layers.Dropout(0.2),
    new Layers.Dense(512, activation: "relu"),
    new Layers.Dropout(0.2),
    new Layers.Dense(classes, activation: "softmax"),
]);
model.Summary();

model.Compile(loss: "sparse_categorical_crossentropy", optimizer: new Optimizers.RMSprop(), metrics: ["accuracy"]);
model.Fit(xTrain, yTrain, batchSize: batchSize, epochs: epochs, validationData: (xTest, yTest));

var score = model.Evaluate(xTest, yTest, verbose: 0);
Console.WriteLine($"test loss: {score["loss"]:F4}");
Console.WriteLine($"test accuracy: {score["accuracy"]:F4} ({Keras.Config.BackendDescription})");
