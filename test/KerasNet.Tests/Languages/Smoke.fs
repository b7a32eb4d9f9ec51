module Smoke

open System
open KerasNet

let x = Array2D.init 8 2 (fun i j -> float32 (i % (j + 2)))
let y = Array.init 8 (fun i -> float32 (i % 2))

let model =
    new Sequential(
        [ Layers.InputLayer(TensorShape([| 2 |])) :> Layers.Layer
          Layers.Dense(4, activation = "relu")
          Layers.Dense(1) ]
    )

model.Compile("sgd", Training.LossSpec.op_Implicit "mse", metrics = Training.MetricSpec.op_Implicit "mae")
let history = model.Fit(Data.From x, Data.From y, epochs = 2, verbose = 0)
let predicted = model.Predict(Data.From x, verbose = 0).Single()
let joined = Ops.Concatenate(Tensors([ predicted; predicted ]), 0)

[<EntryPoint>]
let main _ =
    printfn "%d %f" joined.Shape.Rank history["loss"].[1]
    0
