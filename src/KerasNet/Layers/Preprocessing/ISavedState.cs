namespace KerasNet.Layers;

/// <summary>A layer whose state in a <c>.keras</c> file is not, or not only, its weights: variables by name in the weights file, and text files among the assets.</summary>
/// <remarks>Python: <c>save_own_variables</c>, <c>load_own_variables</c>, <c>save_assets</c>, <c>load_assets</c>.</remarks>
internal interface ISavedState
{
    /// <summary>Variables by their names in the layer's <c>vars</c> group.</summary>
    IReadOnlyList<(string Name, Tensor Value)> SaveOwnVariables();

    /// <summary>Takes the variables of a file.</summary>
    /// <exception cref="InvalidDataException">One is missing or has another shape.</exception>
    void LoadOwnVariables(IReadOnlyDictionary<string, Tensor> variables);

    /// <summary>Text files of the layer's assets folder, by name; none when the config holds everything.</summary>
    IReadOnlyList<(string Name, string Text)> SaveAssets();

    /// <summary>Takes the layer's text files; called after <see cref="LoadOwnVariables"/>.</summary>
    /// <param name="read">Text of a file by name; null when the archive has none of that name.</param>
    /// <exception cref="InvalidDataException">One is missing or not understood.</exception>
    void LoadAssets(Func<string, string?> read);
}
