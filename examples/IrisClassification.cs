// Three kinds of iris from four measures of the flower.
// Run: dotnet run examples/IrisClassification.cs
#:project ../src/KerasNet.TensorFlow
#:property PublishAot=false
using System.Globalization;
using System.Runtime.CompilerServices;

Keras.SetRandomSeed(1);

// Rows of four measures and a kind; every fifth row is for the test.
var rows = File.ReadLines(Path.Combine(Here(), "data", "iris.csv"))
    .Select(line => line.Split(','))
    .Where(fields => double.TryParse(fields[0], CultureInfo.InvariantCulture, out _))
    .Select(fields => fields.Select(f => float.Parse(f, CultureInfo.InvariantCulture)).ToArray())
    .ToList();
var train = rows.Where((_, i) => i % 5 != 0).ToList();
var test = rows.Where((_, i) => i % 5 == 0).ToList();

static float[][] Measures(List<float[]> rows) => [.. rows.Select(r => r[..4])];
static int[] Kinds(List<float[]> rows) => [.. rows.Select(r => (int)r[4])];

var model = new Sequential([
    Keras.Input(4),
    new Layers.Dense(16, activation: "relu"),
    new Layers.Dense(16, activation: "relu"),
    new Layers.Dense(3, activation: "softmax"),
]);
model.Compile(optimizer: new Optimizers.Adam(0.01), loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);
model.Fit(Measures(train), Kinds(train), epochs: 100, batchSize: 16, verbose: 0);

var score = model.Evaluate(Measures(test), Kinds(test), verbose: 0);
Console.WriteLine($"test accuracy: {score["accuracy"]:F4}");

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
