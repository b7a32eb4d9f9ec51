// Handwritten digits with a small convolutional network: Keras's mnist_convnet.py, line by line.
// Run: dotnet run examples/MnistCnn.cs
#:project ../src/KerasNet.TensorFlow
#:property PublishAot=false
using NumSharp;

const int classes = 10;

Keras.SetRandomSeed(1);

var ((xTrain, yTrain), (xTest, yTest)) = Datasets.Mnist.LoadData();
xTrain = np.expand_dims(xTrain.astype(np.float32) / 255f, -1);
xTest = np.expand_dims(xTest.astype(np.float32) / 255f, -1);

var model = new Sequential([
    Keras.Input((28, 28, 1)),
    new Layers.Conv2D(32, kernelSize: (3, 3), activation: "relu"),
    new Layers.MaxPooling2D(poolSize: (2, 2)),
    new Layers.Conv2D(64, kernelSize: (3, 3), activation: "relu"),
    new Layers.MaxPooling2D(poolSize: (2, 2)),
    new Layers.Flatten(),
    new Layers.Dropout(0.5),
    new Layers.Dense(classes, activation: "softmax"),
]);
model.Summary();

model.Compile(loss: "sparse_categorical_crossentropy", optimizer: "adam", metrics: ["accuracy"]);
model.Fit(xTrain, yTrain, batchSize: 64, epochs: 5);

var score = model.Evaluate(xTest, yTest, verbose: 0);
Console.WriteLine($"test loss: {score["loss"]:F4}");
Console.WriteLine($"test accuracy: {score["accuracy"]:F4} ({Keras.Config.BackendDescription})");
