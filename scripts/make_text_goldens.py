"""Preprocessing layers of real Keras: hashes, lookups, text, statistics. Writes test/golden/text/hashes.json and layers.json.

Run with real Keras 3: python scripts/make_text_goldens.py
"""
import json
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
import tensorflow as tf

L = keras.layers
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "golden", "text")
WORDS = ["", " ", "a", "A", "ab", "abc", "abcd", "hello", "Hello, World!", "é", "ÉTÉ", "ß", "日本語", "😀", "a\tb\nc", "  spaced  ", "0", "-1", "3.14", "the quick brown fox"]
WORDS += ["x" * n for n in (7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 47, 48, 49, 63, 64, 65, 95, 127, 128, 129, 200, 256, 1000)]
WORDS += ["".join(chr(33 + (i * 7 + n) % 90) for i in range(n)) for n in (3, 5, 6, 12, 20, 40, 60, 70, 100, 191, 192, 193)]
INTS = [0, 1, -1, 2, 7, 10, 99, -100, 12345, 2**31 - 1, -2**31, 2**31, 10**12, 2**63 - 1, -2**63]


def nd(a):
    a = a.numpy() if hasattr(a, "numpy") else np.asarray(a)
    if a.dtype.kind in "SUO":
        return dict(dtype="string", shape=list(a.shape), data=[x.decode("utf-8") if isinstance(x, bytes) else str(x) for x in a.ravel()])
    return dict(dtype=str(a.dtype), shape=list(a.shape), data=[v.item() for v in a.ravel()])


def hashes():
    texts = tf.constant(WORDS)
    strong = lambda x, key: tf.strings.to_hash_bucket_strong(x, 2**62, key).numpy().tolist()
    cross = lambda *x: tf.sparse.to_dense(tf.sparse.cross_hashed([tf.constant(c)[:, None] for c in x], 2**61)).numpy().ravel().tolist()
    ints = (INTS * 5)[: len(WORDS)]
    return dict(
        words=WORDS, ints=INTS,
        fingerprints=[str(int.from_bytes(bytes(row), "little")) for row in tf.fingerprint(texts).numpy()],
        fast=tf.strings.to_hash_bucket_fast(texts, 1000).numpy().tolist(),
        ints_fast=tf.strings.to_hash_bucket_fast(tf.as_string(tf.constant(INTS, "int64")), 1000).numpy().tolist(),
        keys=[[0, 0], [133, 137], [2**40 + 3, 2**62 + 5]],
        strong=[strong(texts, key) for key in ([0, 0], [133, 137], [2**40 + 3, 2**62 + 5])],
        cross_words=cross(WORDS, WORDS[::-1]), cross_ints=cross(WORDS, [i % 2**40 for i in ints]),
        crossed_ints=[i % 2**40 for i in ints])


V, T = ["the", "cat", "sat", "é"], ["The cat sat!", "É the-cat  on\tthe mat.", "", "  ", "sat, sat; 日本 x'y"]
W = [12, 36, 1138, 42]
PAIRS = [["the", "zoo"], ["cat", "cat"], ["sat", ""]]
RNG = np.random.RandomState(0)
NUMBERS = RNG.randn(40, 3).astype("float32")
CASES = []


def case(name, config, x, adapt=None, batches=None):
    CASES.append((name, config, x, adapt, batches))


for mode in ("int", "one_hot", "multi_hot", "count"):
    for more in ({}, dict(mask_token=""), dict(num_oov_indices=3), dict(num_oov_indices=2, salt=7), dict(max_tokens=9, pad_to_max_tokens=True)):
        case("StringLookup", dict(vocabulary=V, output_mode=mode, **more), PAIRS)
    case("StringLookup", dict(vocabulary=V, output_mode=mode), ["the", "zoo"])
    case("StringLookup", dict(vocabulary=V, output_mode=mode), [["the"], ["zoo"]])
    case("StringLookup", dict(vocabulary=V, output_mode=mode, num_oov_indices=0), [["the", "cat"]])
    case("IntegerLookup", dict(vocabulary=W, output_mode=mode), [[12, 1138], [42, 7]])
    case("IntegerLookup", dict(vocabulary=W, output_mode=mode, mask_token=0, num_oov_indices=2), [[12, 0], [5, -7]])
    case("IntegerLookup", dict(output_mode=mode), [[3, 9], [1, 2]], adapt=[3, 3, 1, 2, 2, -1, 10])
    case("StringLookup", dict(output_mode=mode, mask_token=""), [["b", "é"], ["q", ""]], adapt=["b", "a", "a", "é", "日本", "", "😀", "[UNK]"])
    if mode != "one_hot":
        case("TextVectorization", dict(vocabulary=V, output_mode=mode), T)
        case("TextVectorization", dict(output_mode=mode), [[t] for t in T], adapt=T)
        case("TextVectorization", dict(output_mode=mode, max_tokens=4), T, batches=[T[:2], T[2:]])
        case("TextVectorization", dict(output_mode=mode, ngrams=2), T, adapt=T)
        case("TextVectorization", dict(output_mode=mode, ngrams=(1, 3), standardize="lower"), T, adapt=T)
        case("TextVectorization", dict(output_mode=mode, split="character", standardize="strip_punctuation"), T, adapt=T)
        case("TextVectorization", dict(output_mode=mode, split=None, standardize=None), PAIRS, adapt=PAIRS)
    case("Hashing", dict(num_bins=5, output_mode=mode), PAIRS)
    case("Hashing", dict(num_bins=5, output_mode=mode, salt=[133, 137]), [["the"], ["zoo"]])
    case("Hashing", dict(num_bins=5, output_mode=mode, mask_value="cat"), PAIRS)
    case("Hashing", dict(num_bins=7, output_mode=mode), [[1, -2], [300, 10**12]])
    case("Hashing", dict(num_bins=7, output_mode=mode, mask_value=-2), [[1, -2], [300, 5]])
    case("Discretization", dict(bin_boundaries=[-0.5, 0.25, 1.0], output_mode=mode), NUMBERS[:4])
    case("Discretization", dict(bin_boundaries=[-0.5, 0.25, 1.0], output_mode=mode), NUMBERS[:4, :1])
    case("Discretization", dict(num_bins=4, output_mode=mode), NUMBERS[:4], adapt=NUMBERS)
    if mode != "int":
        case("CategoryEncoding", dict(num_tokens=5, output_mode=mode), [[3, 2], [0, 0], [4, 4]])
        case("CategoryEncoding", dict(num_tokens=5, output_mode=mode), [[3], [0]])
        case("CategoryEncoding", dict(num_tokens=5, output_mode=mode), [3, 0, 3])
        case("CategoryEncoding", dict(num_tokens=5, output_mode=mode), [[[3, 2], [1, 1]]])
case("StringLookup", dict(vocabulary=V, invert=True), [[0, 1, 2], [4, 9, -1]])
case("StringLookup", dict(vocabulary=V, invert=True, mask_token=""), [[0, 1, 2], [4, 9, -1]])
case("IntegerLookup", dict(vocabulary=W, invert=True, mask_token=0), [[0, 1, 2], [4, 9, -1]])
case("IntegerLookup", dict(vocabulary=W, num_oov_indices=3, oov_method="farmhash", salt=[3, 5]), [[12, -1, 6, 7, 8]])
case("IntegerLookup", dict(vocabulary=W, num_oov_indices=3, oov_method="farmhash"), [[12, -1, 6, 7, 8]])
case("IntegerLookup", dict(max_tokens=3), [[3, 9]], adapt=[3, 3, 1, 2, 2, -1, 10])
case("StringLookup", dict(vocabulary=V, output_mode="tf_idf", idf_weights=[0.1, 0.2, 0.3, 0.4]), PAIRS)
case("StringLookup", dict(output_mode="tf_idf", max_tokens=8, pad_to_max_tokens=True), PAIRS, adapt=PAIRS)
case("TextVectorization", dict(output_mode="tf_idf"), T, adapt=T)
case("TextVectorization", dict(output_mode="tf_idf"), T, batches=[T[:2], T[2:]])
for length in (2, 12):
    case("TextVectorization", dict(vocabulary=V, output_sequence_length=length), T)
    case("TextVectorization", dict(vocabulary=V, output_sequence_length=length, split=None), PAIRS)
case("HashedCrossing", dict(num_bins=11), [WORDS[:20], WORDS[20:40]])
case("HashedCrossing", dict(num_bins=11, output_mode="one_hot"), [[["a"], ["b"]], [[1], [-5]]])
case("Normalization", dict(), NUMBERS[:4], adapt=NUMBERS)
case("Normalization", dict(axis=None), NUMBERS[:4], adapt=NUMBERS)
case("Normalization", dict(axis=(0, 1)), NUMBERS[:2], adapt=NUMBERS[:2])
case("Normalization", dict(axis=1, invert=True), NUMBERS[:8].reshape(2, 3, 4), adapt=NUMBERS.reshape(10, 3, 4))
case("Normalization", dict(), NUMBERS[:4], batches=[NUMBERS[:7], NUMBERS[7:]])
case("Normalization", dict(mean=3.0, variance=2.0), NUMBERS[:4])
case("Normalization", dict(mean=[1.0, 2.0, 3.0], variance=[2.0, 2.0, 0.0], invert=True), NUMBERS[:4])
case("Discretization", dict(num_bins=5, epsilon=0.05), NUMBERS, batches=[NUMBERS[:13], NUMBERS[13:]])


def tensor(x):
    return tf.constant(x, "int64") if not isinstance(x, np.ndarray) and isinstance(np.ravel(np.array(x, object))[0], int) else tf.constant(x)


def run(name, kwargs, x, adapt, batches):
    layer = getattr(L, name)(**kwargs)
    inputs = [tensor(v) for v in x] if name == "HashedCrossing" else tensor(x)
    record = dict(layer=name, config=keras.saving.serialize_keras_object(layer)["config"], input=[nd(v) for v in inputs] if isinstance(inputs, list) else nd(inputs))
    if adapt is not None:
        record["adapt"] = nd(tensor(adapt))
        layer.adapt(tensor(adapt))
    if batches is not None:
        record["batches"] = [nd(tensor(b)) for b in batches]
        layer.adapt(iter([tensor(b) for b in batches]) if name == "Normalization" else tf.data.Dataset.from_generator(
            lambda: iter([tensor(b) for b in batches]), output_signature=tf.TensorSpec([None] * tensor(batches[0]).shape.rank, tensor(batches[0]).dtype)))
    y = layer(inputs)
    y = y.to_tensor() if isinstance(y, tf.RaggedTensor) else y
    record |= dict(output=nd(y), adapted=keras.saving.serialize_keras_object(layer)["config"], weights=[nd(w.numpy()) for w in layer.weights] if name == "Normalization" else [])
    if hasattr(layer, "get_vocabulary"):
        record |= dict(vocabulary=nd(np.array(layer.get_vocabulary())), terms=nd(np.array(layer.get_vocabulary(include_special_tokens=False))), size=layer.vocabulary_size())
    return record


json.dump(hashes(), open(os.path.join(FOLDER, "hashes.json"), "w"), ensure_ascii=False)
records = [run(*c) for c in CASES]
json.dump(records, open(os.path.join(FOLDER, "layers.json"), "w"), ensure_ascii=False)
print(len(records), "cases")
