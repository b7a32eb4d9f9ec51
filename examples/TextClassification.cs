// Is a review friendly or not? Words become numbers, numbers vectors, and their mean decides.
// Run: dotnet run examples/TextClassification.cs
#:project ../src/KerasNet.TensorFlow
#:property PublishAot=false
using NumSharp;

Keras.SetRandomSeed(1);

// Reviews of films, made of real phrases; the test has combinations that the training has not.
string[] friendly = ["a wonderful film", "great acting", "I loved it", "beautiful and moving", "very funny", "the best of the year", "a joy to watch", "brilliant from start to end", "charming characters", "well worth seeing"];
string[] unfriendly = ["a terrible film", "poor acting", "I hated it", "boring and slow", "not funny at all", "the worst of the year", "a waste of time", "dull from start to end", "flat characters", "hardly worth seeing"];
string[] neutral = ["The music is by an orchestra.", "It runs for two hours!", "We saw it on Friday,", "The plot: a family moves.", "Set in Paris.", "My sister came along;", "The hall was full.", "It is her second film.", "There are subtitles.", "The lead is new."];
var random = new Random(1);
(string[] Texts, int[] Labels) Reviews(int count)
{
    var texts = new string[count];
    var labels = new int[count];
    for (var i = 0; i < count; i++)
    {
        labels[i] = random.Next(2);
        var phrases = labels[i] == 1 ? friendly : unfriendly;
        string[] parts = [neutral[random.Next(10)], phrases[random.Next(10)] + ",", neutral[random.Next(10)], phrases[random.Next(10)] + "."];
        random.Shuffle(parts);
        texts[i] = string.Join(' ', parts);
    }

    return (texts, labels);
}

var (trainTexts, trainLabels) = Reviews(800);
var (testTexts, testLabels) = Reviews(200);

const int words = 200, length = 32;
var vectorize = new Layers.TextVectorization(maxTokens: words, outputSequenceLength: length);
vectorize.Adapt(trainTexts);
Console.WriteLine($"{vectorize.VocabularySize()} words, the most frequent: {string.Join(", ", vectorize.GetVocabulary(includeSpecialTokens: false).Take(8))}");

var model = new Sequential([
    Keras.Input(1, dtype: DataType.String, name: "review"),
    vectorize,
    new Layers.Embedding(words, 16, maskZero: true),
    new Layers.GlobalAveragePooling1D(),
    new Layers.Dense(16, activation: "relu"),
    new Layers.Dropout(0.3),
    new Layers.Dense(1, activation: "sigmoid"),
]);
model.Summary();
model.Compile(optimizer: new Optimizers.Adam(0.01), loss: "binary_crossentropy", metrics: ["accuracy"]);
model.Fit(trainTexts, trainLabels, epochs: 8, batchSize: 32, validationSplit: 0.2, verbose: 2);

var score = model.Evaluate(testTexts, testLabels, verbose: 0);
Console.WriteLine($"test accuracy: {score["accuracy"]:F4}");

string[] questions = ["A wonderful and moving film, very funny!", "The worst film. I hated it, and it was boring."];
NDArray answers = model.Predict(questions, verbose: 0);
for (var i = 0; i < questions.Length; i++)
{
    var share = (float)answers[i, 0];
    Console.WriteLine($"{(share > 0.5 ? "friendly" : "unfriendly"),-10} {share:P0}  {questions[i]}");
}
