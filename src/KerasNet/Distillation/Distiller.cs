using KerasNet.Internal;
using KerasNet.Layers;
using KerasNet.Metrics;
using KerasNet.Training;

namespace KerasNet.Distillation;

/// <summary>Trains a student to give what its targets are and what a teacher gives, whose weights stay as they are.</summary>
/// <remarks>Python: <c>keras.distillation.Distiller</c>. The logs have <c>student_loss</c>, <c>distillation_loss</c> and <c>total_loss</c>.</remarks>
/// <example><code>
/// var distiller = new Distillation.Distiller(teacher, student, [new LogitsDistillation(temperature: 3)]);
/// distiller.Compile("adam", "sparse_categorical_crossentropy", metrics: ["accuracy"]);
/// distiller.Fit(x, y);
/// distiller.Student.Save("student.keras");
/// </code></example>
public sealed class Distiller : Model
{
    private readonly Mean _studentLossTracker = new("student_loss");
    private readonly Mean _distillationLossTracker = new("distillation_loss");
    private readonly Mean _totalLossTracker = new("total_loss");

    [NotTracked]
    private readonly Model? _teacherFeatures;

    [NotTracked]
    private readonly Model? _studentFeatures;

    /// <summary>A distiller; the teacher is frozen.</summary>
    /// <param name="teacher">The trained model.</param>
    /// <param name="student">The model to train, with inputs and outputs of the same shapes.</param>
    /// <param name="distillationLosses">How both are compared.</param>
    /// <param name="distillationLossWeights">Weight of each of these losses; null: 1.</param>
    /// <param name="studentLossWeight">Weight of the loss of Compile, from 0 to 1; the rest is that of the distillation losses.</param>
    /// <exception cref="ArgumentException">Shapes or types differ, a layer is not there, or numbers of losses and weights differ.</exception>
    public Distiller(Model teacher, Model student, IReadOnlyList<DistillationLoss> distillationLosses, IReadOnlyList<double>? distillationLossWeights = null, double studentLossWeight = 0.5)
    {
        Check(teacher.Graph?.Inputs, student.Graph?.Inputs, "input");
        Check(teacher.Graph?.Outputs, student.Graph?.Outputs, "output");
        (Teacher, Student, StudentLossWeight) = (teacher, student, Require.Rate(studentLossWeight));
        DistillationLosses = Require.NotEmpty(distillationLosses);
        DistillationLossWeights = distillationLossWeights ?? [.. distillationLosses.Select(_ => 1.0)];
        if (DistillationLossWeights.Count != distillationLosses.Count)
        {
            throw new ArgumentException($"Number of distillation_loss_weights ({DistillationLossWeights.Count}) must match number of distillation_losses ({distillationLosses.Count})", nameof(distillationLossWeights));
        }

        foreach (var loss in distillationLosses)
        {
            loss.ValidateModelCompatibility(teacher, student);
        }

        _teacherFeatures = Features(teacher, distillationLosses.Select(l => l.TeacherLayer));
        _studentFeatures = Features(student, distillationLosses.Select(l => l.StudentLayer));
        teacher.Trainable = false;
    }

    /// <summary>A distiller of one distillation loss.</summary>
    public Distiller(Model teacher, Model student, DistillationLoss distillationLosses, double studentLossWeight = 0.5)
        : this(teacher, student, [distillationLosses], null, studentLossWeight)
    {
    }

    /// <summary>The trained model.</summary>
    public Model Teacher { get; }

    /// <summary>The model that is trained.</summary>
    public Model Student { get; }

    /// <summary>How both are compared.</summary>
    public IReadOnlyList<DistillationLoss> DistillationLosses { get; }

    /// <summary>Weight of each of these losses.</summary>
    public IReadOnlyList<double> DistillationLossWeights { get; }

    /// <summary>Weight of the loss of Compile.</summary>
    public double StudentLossWeight { get; }

    /// <summary>Sets the student's loss, its optimizer and metrics.</summary>
    /// <param name="optimizer">An optimizer or its name; null: adam.</param>
    /// <param name="loss">A loss, its name, or one for each output.</param>
    /// <param name="metrics">Metrics or their names.</param>
    /// <param name="runEagerly">True: each batch runs op by op.</param>
    /// <exception cref="ArgumentNullException">There is no loss.</exception>
    public void Compile(OptimizerSpec? optimizer = null, LossSpec? loss = null, MetricSpec? metrics = null, bool runEagerly = false) =>
        Compile(optimizer ?? "adam", loss ?? throw new ArgumentNullException(nameof(loss), "'loss' cannot be `None`."), null, metrics, null, runEagerly);

    /// <inheritdoc/>
    public override Tensor ComputeLoss(Tensors? x = null, Tensors? y = null, Tensors? yPred = null, Tensors? sampleWeight = null, bool training = true)
    {
        yPred ??= Apply(x!, training: training);
        var zero = RawOps.Scalar(0, Keras.Config.FloatX);
        var student = StudentLossWeight > 0 && y is not null ? StudentLoss(y, yPred) : zero;
        var distillation = StudentLossWeight < 1 ? DistillationLoss(x!, yPred) : zero;
        var total = (StudentLossWeight * student) + ((1 - StudentLossWeight) * distillation);
        _studentLossTracker.UpdateState(student);
        _distillationLossTracker.UpdateState(distillation);
        _totalLossTracker.UpdateState(total);
        return total;
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => Student.Apply(inputs, training: context.Training);

    private Tensor StudentLoss(Tensors y, Tensors yPred)
    {
        var spec = Trainer.Options?.Loss ?? throw new InvalidOperationException("'loss' cannot be `None`. Call Compile with a loss.");
        return OutputLosses.Of(spec, yPred).Zip(y.Zip(yPred)).Where(p => p.First is not null).Select(p => Ops.Mean(p.First!.Apply(p.Second.First, p.Second.Second))).Aggregate((a, b) => a + b);
    }

    private Tensor DistillationLoss(Tensors x, Tensors yPred)
    {
        var teacher = _teacherFeatures?.Apply(x, training: false);
        var student = _studentFeatures?.Apply(x, training: true);
        var teacherLast = teacher is null ? Teacher.Apply(x, training: false) : Last(teacher, Teacher);
        Tensor? sum = null;
        foreach (var (loss, weight) in DistillationLosses.Zip(DistillationLossWeights))
        {
            // As in Keras the student's layer counts only beside one of the teacher.
            var inside = loss.TeacherLayer is not null;
            var ofTeacher = inside ? (Tensors)teacher![loss.TeacherLayer!] : teacherLast;
            var ofStudent = !inside ? yPred : loss.StudentLayer is { } layer ? student![layer] : student is null ? yPred : Last(student, Student);
            loss.ValidateOutputs(ofTeacher, ofStudent);
            var value = loss.ComputeLoss(ofTeacher, ofStudent);
            if (value.Rank != 0)
            {
                throw new InvalidOperationException($"Distillation loss {loss.GetType().Name} returned a non-scalar loss with shape {value.Shape}. The ComputeLoss method must return a scalar tensor.");
            }

            sum = sum is null ? value * weight : sum + (value * weight);
        }

        return sum!;
    }

    /// <summary>A model that gives the outputs of layers beside the last ones; null where no layer is asked for.</summary>
    private static Model? Features(Model model, IEnumerable<string?> layers)
    {
        string[] names = [.. layers.OfType<string>().Distinct()];
        if (names.Length == 0)
        {
            return null;
        }

        var outputs = names.ToDictionary(n => n, n => model.GetLayer(n).Output.Single());
        for (var i = 0; i < model.Outputs.Count; i++)
        {
            outputs[LastName(i)] = model.Outputs[i];
        }

        return new Model(model.Inputs, new Tensors(outputs)) { Name = model.Name + "_multi_feature_extractor" };
    }

    private static Tensors Last(Tensors features, Model model) => model.Outputs.Pack([.. Enumerable.Range(0, model.Outputs.Count).Select(i => features[LastName(i)])]);

    private static string LastName(int index) => $"final_output/{index}";

    private static void Check(Tensors? teacher, Tensors? student, string what)
    {
        if (teacher is null || student is null)
        {
            return;
        }

        Tree.AssertSameStructure(teacher, student);
        foreach (var (t, s) in teacher.Zip(student))
        {
            if (t.Rank != s.Rank)
            {
                throw new ArgumentException($"Teacher and student {what} shapes have different dimensions. Teacher: {t.Shape}, Student: {s.Shape}.");
            }

            if (!t.Shape.IsCompatibleWith(s.Shape))
            {
                throw new ArgumentException($"Teacher and student {what} shapes are incompatible. Teacher: {t.Shape}, Student: {s.Shape}. All dimensions must match.");
            }

            if (t.DType != s.DType)
            {
                throw new ArgumentException($"Teacher and student {what} dtypes must match. Teacher: {t.DType.Name()}, Student: {s.DType.Name()}.");
            }
        }
    }
}
