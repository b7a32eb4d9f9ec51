using KerasNet.Saving.Yaml;

namespace KerasNet.Tests;

/// <summary>The YAML of PyYAML's dumps is read; tags construct nothing; bombs end in a sentence.</summary>
public sealed class YamlReaderTests
{
    [Test]
    public void WhatPyYamlWritesIsRead()
    {
        var read = YamlReader.Read("""
            class_name: Sequential
            config:
            - class_name: Dense
              config:
                W_regularizer: {l1: 0.0, l2: 0.001, name: L1L2Regularizer}
                batch_input_shape: !!python/tuple [null, 10]
                name: dense_1
                text: "a \"b\" \u00e9\
                  \ c"
                single: 'it''s'
                list:
                - - 1
                  - -2.5e-3
                - [a, 'b, c', {d: true}]
                anchored: &id001
                  x: 1
            - {class_name: Dropout, config: {name: drop, again: *id001,
                p: 0.25, e: 1.0e-08}}
            keras_version: 1.2.2
            literal: |-
              Yg==
            """);
        Assert.That(read.ToJsonString(), Is.EqualTo(
            """{"class_name":"Sequential","config":[{"class_name":"Dense","config":{"W_regularizer":{"l1":0,"l2":0.001,"name":"L1L2Regularizer"},"batch_input_shape":[null,10],"name":"dense_1","text":"a \u0022b\u0022 \u00E9 c","single":"it\u0027s","list":[[1,-0.0025],["a","b, c",{"d":true}]],"anchored":{"x":1}}},{"class_name":"Dropout","config":{"name":"drop","again":{"x":1},"p":0.25,"e":1E-08}}],"keras_version":"1.2.2","literal":"Yg=="}"""));
    }

    [TestCase("")]
    [TestCase("- a\n- b")]
    [TestCase("a: [1, 2")]
    [TestCase("a: {b: 1")]
    [TestCase("a: 'open")]
    [TestCase("a: *nowhere")]
    [TestCase("a: [[[[[[[")]
    public void BadTextIsASentence(string text) => Assert.That(() => YamlReader.Read(text), Throws.InstanceOf<InvalidDataException>());

    [Test]
    public void BombsAreNoted()
    {
        var lines = new List<string> { "a0: &a0 [x, x, x, x, x, x, x, x, x, x]" };
        lines.AddRange(Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]"));
        Assert.That(() => YamlReader.Read(string.Join('\n', lines)), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("aliases"));
        Assert.That(() => YamlReader.Read("a: " + new string('[', 100_000)), Throws.InstanceOf<InvalidDataException>());
    }
}
