Imports KerasNet

Module Smoke
    Function Main() As Integer
        Dim x(7, 1) As Single
        Dim y(7) As Single
        Dim model As New Sequential({New Layers.InputLayer(2), New Layers.Dense(4, activation:="relu"), New Layers.Dense(1)})
        model.Compile("sgd", CType("mse", Training.LossSpec), metrics:="mae")
        Dim history = model.Fit(x, y, epochs:=2, verbose:=0)
        Dim predicted As Tensor = model.Predict(Data.From(x), verbose:=0)
        Dim joined = Ops.Concatenate({predicted, predicted}, 0)
        Console.WriteLine($"{joined.Shape.Rank} {history("loss")(1)}")
        Return 0
    End Function
End Module
