// A functional model with skip connections, on the digits: what a stack of layers cannot say.
// Run: dotnet run examples/ResidualBlock.cs
#:project ../src/KerasNet.TensorFlow
#:property PublishAot=false
using NumSharp;

Keras.SetRandomSeed(1);

var ((xTrain, yTrain), (xTest, yTest)) = Datasets.Mnist.LoadData();
xTrain = np.expand_dims(xTrain.astype(np.float32) / 255f, -1);
xTest = np.expand_dims(xTest.astype(np.float32) / 255f, -1);

static Tensor Block(Tensor x, int filters)
{
    var y = new Layers.Conv2D(filters, 3, padding: "same", activation: "relu").Apply(x);
    y = new Layers.BatchNormalization(momentum: 0.9).Apply(y);
    y = new Layers.Conv2D(filters, 3, padding: "same").Apply(y);
    return new Layers.Activation("relu").Apply(x + y);
}

var input = Keras.Input((28, 28, 1), name: "image");
var x = new Layers.Conv2D(16, 3, strides: 2, padding: "same", activation: "relu").Apply(input);
x = Block(x, 16);
x = Block(x, 16);
x = new Layers.GlobalAveragePooling2D().Apply(x);
var output = new Layers.Dense(10, activation: "softmax") { Name = "digit" }.Apply(x);

var model = new Model(input, output);
model.Summary();
model.Compile(optimizer: new Optimizers.Adam(3e-3), loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);
model.Fit(xTrain, yTrain, batchSize: 64, epochs: 4, validationData: (xTest, yTest), verbose: 2);

var score = model.Evaluate(xTest, yTest, verbose: 0);
Console.WriteLine($"test accuracy: {score["accuracy"]:F4}");
