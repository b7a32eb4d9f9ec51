"""Utilities around text and tables in real Keras: FeatureSpace, Tokenizer, sequences, series, splits, folders, data sets.

Writes test/golden/text/utilities.json and small data sets in test/golden/text/datasets. Run with real Keras 3: python scripts/make_text_utility_goldens.py
"""
import io
import json
import os
import pickle
import tarfile
import tempfile

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
import tensorflow as tf
from keras.src.datasets import cifar, imdb, reuters
from keras.src.legacy.preprocessing import text as legacy
from keras.src.legacy.preprocessing.sequence import TimeseriesGenerator
from keras.src.utils import dataset_utils

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "test", "golden", "text")


def nd(a):
    a = a.numpy() if hasattr(a, "numpy") else np.asarray(a)
    return dict(dtype=str(a.dtype), shape=list(a.shape), data=[v.item() for v in a.ravel()])


def feature_spaces():
    FS = keras.utils.FeatureSpace
    rng = np.random.RandomState(1)
    data = dict(f=rng.rand(50).round(3).tolist(), n=rng.randn(50).round(3).tolist(), r=rng.rand(50).round(3).tolist(), d=rng.randn(50).round(3).tolist(),
                i=rng.randint(0, 6, 50).tolist(), s=[str(c) for c in rng.choice(list("abcé"), 50)], ih=rng.randint(-9, 99, 50).tolist(), sh=[str(c) for c in rng.choice(["x", "yy", "日"], 50)])
    few = {k: v[:6] for k, v in data.items()}
    concat = FS(features={"f": "float", "n": "float_normalized", "r": FS.float_rescaled(scale=2.0, offset=1.0), "d": FS.float_discretized(num_bins=3), "i": "integer_categorical",
                          "s": FS.string_categorical(num_oov_indices=1), "ih": FS.integer_hashed(4), "sh": "string_hashed"},
                crosses=[("i", "s"), ("d", "s")], crossing_dim=8, hashing_dim=5)
    concat.adapt({k: np.array(v) for k, v in data.items()})
    named = FS(features={"n": "float_normalized", "s": FS.string_categorical(output_mode="int"), "i": "integer_categorical"}, crosses=[FS.cross(("s", "i"), 6, output_mode="int")], output_mode="dict")
    named.adapt({k: np.array(data[k]) for k in ("n", "s", "i")})
    return dict(data=data, few=few, concat=nd(concat({k: np.array(v) for k, v in few.items()})), one=nd(concat({k: v[1] for k, v in few.items()})),
                named={k: nd(v) for k, v in named({k: np.array(few[k]) for k in ("n", "s", "i")}).items()}, config=json.loads(json.dumps(concat.get_config())))


def tokenizers():
    texts = ["The cat sat on the mat.", "the dog; the log!", "", "É été the Cat"]
    cases = []
    for config in (dict(), dict(num_words=4), dict(num_words=5, oov_token="<OOV>"), dict(char_level=True), dict(lower=False, filters="."), dict(oov_token="?", split="-")):
        t = legacy.Tokenizer(**config)
        t.fit_on_texts(texts)
        more = texts + ["a new cat"]
        sequences = t.texts_to_sequences(more)
        cases.append(dict(config=config, word_index=t.word_index, word_counts=dict(t.word_counts), word_docs=dict(t.word_docs), sequences=sequences, texts=t.sequences_to_texts(sequences),
                          matrices={m: nd(t.texts_to_matrix(more, m)) for m in ("binary", "count", "freq", "tfidf")}, json=t.to_json()))
    return dict(texts=texts, more="a new cat", cases=cases)


def folders():
    results = []
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{c}/{n}.txt" for c in ("neg", "pos", "a-b") for n in ("0_1", "1_9", "10_2", "Z", "é")] + ["pos/deep/x.TXT", "pos/skip.md", ".hidden/no.txt"]
        for name in names:
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            open(os.path.join(folder, name), "w").write("text of " + name)
        for seed in (None, 7, 113):
            files, labels, classes = dataset_utils.index_directory(folder, "inferred", (".txt",), shuffle=seed is not None, seed=seed, verbose=False)
            parts = {p: dataset_utils.get_training_or_validation_split(files, labels, 0.3, p) for p in ("training", "validation")}
            relative = lambda paths: [os.path.relpath(f, folder) for f in paths]
            results.append(dict(seed=seed, files=relative(files), labels=labels.tolist(), classes=classes, training=relative(parts["training"][0]), validation=relative(parts["validation"][0])))
    return dict(names=names, results=results)


def series():
    data, targets = np.arange(30.0).reshape(15, 2), np.arange(15)
    cases = []
    for config in (dict(sequence_length=4), dict(sequence_length=3, sequence_stride=2, sampling_rate=2), dict(sequence_length=3, start_index=2, end_index=11), dict(sequence_length=2, batch_size=3)):
        for with_targets in (True, False):
            ds = keras.utils.timeseries_dataset_from_array(data, targets if with_targets else None, **config)
            cases.append(dict(config=config, targets=with_targets, batches=[[nd(t) for t in b] if with_targets else [nd(b)] for b in ds]))
    return cases


def generators():
    data, targets = np.arange(30.0).reshape(15, 2), np.arange(15)
    configs = (dict(length=4), dict(length=4, sampling_rate=2, batch_size=3), dict(length=5, stride=3, sampling_rate=2, reverse=True, batch_size=2), dict(length=3, start_index=2, end_index=9))
    cases = []
    for config in configs:
        g = TimeseriesGenerator(data, targets, **config)
        cases.append(dict(config=config, batches=[[nd(t) for t in g[i]] for i in range(len(g))]))
    return cases


def pads():
    rows = [[1], [2, 3], [], [4, 5, 6, 7]]
    configs = (dict(), dict(maxlen=3), dict(maxlen=3, padding="post"), dict(maxlen=2, truncating="post"), dict(maxlen=6, value=-1), dict(dtype="float32", value=0.5))
    return dict(rows=rows, cases=[dict(config=c, result=nd(keras.utils.pad_sequences(rows, **c))) for c in configs])


def splits():
    x, y = np.arange(20).reshape(10, 2), np.arange(10)
    cases = []
    for config in (dict(left_size=0.7), dict(left_size=3), dict(right_size=4), dict(left_size=0.35, shuffle=True, seed=5), dict(left_size=2, right_size=3, shuffle=True, seed=11)):
        left, right = keras.utils.split_dataset((x, y), **config)
        cases.append(dict(config=config, left=[int(b) for _, b in left], right=[int(b) for _, b in right]))
    return cases


def objects(rows):
    a = np.empty(len(rows), dtype=object)
    a[:] = [list(map(int, r)) for r in rows]
    return a


def datasets():
    folder = os.path.join(FOLDER, "datasets")
    rng = np.random.RandomState(3)
    rows = lambda n: [rng.randint(1, 60, rng.randint(1, 9)) for _ in range(n)]
    np.savez(os.path.join(folder, "imdb.npz"), x_train=objects(rows(12)), y_train=rng.randint(0, 2, 12), x_test=objects(rows(9)), y_test=rng.randint(0, 2, 9))
    np.savez(os.path.join(folder, "reuters.npz"), x=objects(rows(15)), y=rng.randint(0, 46, 15))
    imdb.get_file = lambda fname=None, **kw: os.path.join(folder, "imdb.npz")
    reuters.get_file = lambda fname=None, **kw: os.path.join(folder, "reuters.npz")
    plain = lambda sets: [[[int(w) for w in x] for x in xs] for xs, _ in sets] + [[int(v) for v in ys] for _, ys in sets]
    configs = (dict(), dict(num_words=30), dict(num_words=30, skip_top=5, oov_char=None), dict(maxlen=7), dict(start_char=None, index_from=0, seed=5))
    words = [dict(config=c, imdb=plain(imdb.load_data(**c)), reuters=plain(reuters.load_data(**c))) for c in configs]

    def batch(n, key, protocol, extra=None):
        d = {b"data": rng.randint(0, 256, (n, 3072)).astype("uint8"), key: [int(v) for v in rng.randint(0, 10, n)], b"filenames": [b"a.png"] * n, b"batch_label": b"batch", **(extra or {})}
        return pickle.dumps(d, protocol=protocol)

    expected = {}
    for name, entries in (("cifar-10", [(f"cifar-10-batches-py/data_batch_{i}", batch(2, b"labels", 4 if i == 3 else 3)) for i in range(1, 6)] + [("cifar-10-batches-py/test_batch", batch(1, b"labels", 3))]),
                          ("cifar-100", [("cifar-100-python/" + s, batch(1, b"fine_labels", 3, {b"coarse_labels": [7]})) for s in ("train", "test")])):
        with tarfile.open(os.path.join(folder, name + ".tar.gz"), "w:gz") as tar:
            for path, data in entries:
                info = tarfile.TarInfo(path)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
                with tempfile.NamedTemporaryFile() as f:
                    f.write(data)
                    f.flush()
                    x, y = cifar.load_batch(f.name, "labels" if name == "cifar-10" else "fine_labels")
                expected[path] = dict(labels=[int(v) for v in y], sum=int(x.astype("int64").sum()), corner=x.transpose(0, 2, 3, 1)[0, 1, 2].tolist())
    x, y = np.arange(80.0).reshape(20, 4), np.arange(20.0)
    np.savez(os.path.join(folder, "housing.npz"), x=x, y=y)
    from keras.src.datasets import boston_housing
    boston_housing.get_file = lambda fname=None, **kw: os.path.join(folder, "housing.npz")
    (_, train), (_, test) = boston_housing.load_data()
    return dict(words=words, cifar=expected, housing=dict(train=train.tolist(), test=test.tolist()))


shuffles = {str(seed): (lambda a: (np.random.RandomState(seed).shuffle(a), a.tolist())[1])(np.arange(40)) for seed in (0, 1, 113, 2**31 - 1)}
record = dict(feature_space=feature_spaces(), tokenizer=tokenizers(), folders=folders(), series=series(), generators=generators(), pads=pads(), splits=splits(), datasets=datasets(), shuffles=shuffles)
json.dump(record, open(os.path.join(FOLDER, "utilities.json"), "w"), ensure_ascii=False)
print({k: len(json.dumps(v)) for k, v in record.items()})
