"""Reads the HDF5 files of our writer with h5py, and compares their layout with that of h5py's own.

  scripts/check_written_hdf5.py FILE.h5 ...        prints what differs, fails if anything does
  scripts/check_written_hdf5.py                    the same for test/golden/hdf5/written.h5, and records what h5py reads in written.json

test/KerasNet.Hdf5.Tests/Writing/WrittenBytesTests.cs writes written.h5 again and compares it byte by byte. Run with real Keras's Python.
"""
import json
import os
import sys

import h5py
import numpy as np

from make_hdf5_goldens_values import walk

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "golden", "hdf5")


def kind(t):
    """A type as h5py's low level has it: class, order, size, padding, character set, members."""
    row = [type(t).__name__, t.get_size()]
    if isinstance(t, h5py.h5t.TypeEnumID):
        row += [kind(t.get_super()), [(t.get_member_name(i), t.get_member_value(i)) for i in range(t.get_nmembers())]]
    elif isinstance(t, h5py.h5t.TypeCompoundID):
        row += [(t.get_member_name(i), t.get_member_offset(i), kind(t.get_member_type(i))) for i in range(t.get_nmembers())]
    elif isinstance(t, h5py.h5t.TypeStringID):
        row += [t.is_variable_str(), t.get_cset(), t.get_strpad()]
    elif isinstance(t, h5py.h5t.TypeAtomicID):
        row += [t.get_order(), t.get_precision(), t.get_offset()]
    return row


def layout(f):
    """Versions of the first block, and for every object the version of its header, its layout, fill value, filters, types."""
    rows = {"first block": f.id.get_create_plist().get_version()}

    def attributes(path, o):
        for i in range(h5py.h5a.get_num_attrs(o.id)):
            a = h5py.h5a.open(o.id, index=i)
            s = a.get_space()
            rows[f"{path}@{a.name.decode()}"] = (kind(a.get_type()), s.get_simple_extent_type(), s.get_simple_extent_dims(True))

    def one(path, o):
        attributes(path, o)
        if isinstance(o, h5py.Dataset):
            p = o.id.get_create_plist()
            rows[path] = (p.get_layout(), p.get_nfilters(), p.get_alloc_time(), p.fill_value_defined(), p.get_fill_time(), kind(o.id.get_type()),
                          o.id.get_space().get_simple_extent_type(), o.id.get_space().get_simple_extent_dims(True), o.id.get_offset() is None, o.id.get_storage_size())
        else:
            rows[path] = ("group", o.id.get_create_plist().get_link_creation_order(), [k for k in o])
            for k in o:
                one(path.rstrip("/") + "/" + k, o[k])

    one("/", f)
    return rows


def again(source, target):
    """The same content, written by h5py: str and bytes as Keras gives them, numbers, data in its default layout."""
    for i in range(h5py.h5a.get_num_attrs(source.id)):
        a = h5py.h5a.open(source.id, index=i)
        v = source.attrs[a.name]
        text = h5py.check_string_dtype(a.dtype)
        if text is not None and text.length is None:
            target.attrs[a.name] = v if a.get_type().get_cset() else v.encode()
        else:
            target.attrs.create(a.name, v, dtype=a.dtype)
    if isinstance(source, h5py.Group):
        for k, o in source.items():
            if isinstance(o, h5py.Group):
                name = h5py.h5g.create(target.id, k.encode())
                again(o, h5py.Group(name))
            else:
                d = h5py.h5d.create(target.id, k.encode(), o.id.get_type(), o.id.get_space())
                if h5py.check_string_dtype(o.dtype):
                    d.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array(o[()], dtype=h5py.string_dtype()))
                elif o.size:
                    d.write(h5py.h5s.ALL, h5py.h5s.ALL, np.asarray(o[()]))
                again(o, h5py.Dataset(d))


def check(path):
    with h5py.File(path, "r") as ours, h5py.File(path + ".again", "w") as theirs:
        again(ours, theirs)
        mine, h5pys = layout(ours), layout(theirs)
        values = walk(ours)
        copied = walk(theirs)
        different = {k: (v, copied.get(k)) for k, v in values.items() if json.dumps(v) != json.dumps(copied.get(k))}
        assert not different, f"{path}: the copy differs: {str(different)[:2000]}"
    os.remove(path + ".again")
    bad = [f"{k}: ours {mine.get(k)} h5py's {h5pys.get(k)}" for k in sorted(set(mine) | set(h5pys)) if mine.get(k) != h5pys.get(k)]
    print(f"{path}: {len(values)} values, {len(mine)} objects and attributes, {len(bad)} of another layout")
    print("\n".join(bad))
    with h5py.File(path, "a") as ours:              # h5py can go on where our writer ended
        ours["added by h5py"] = np.arange(3)
        for i in range(40):
            ours.require_group("more")[f"n{i}"] = i
    with h5py.File(path, "r") as ours:
        assert len(ours["more"]) == 40 and {k: v for k, v in walk(ours).items() if not k.startswith(("/more", "/added"))} .keys() == values.keys()
    return values, bad


if __name__ == "__main__":
    import shutil
    import tempfile

    files = sys.argv[1:] or [os.path.join(folder, "written.h5")]
    failed = False
    for name in files:
        copy = os.path.join(tempfile.mkdtemp(), "copy.h5")
        shutil.copy(name, copy)
        values, bad = check(copy)
        failed |= bool(bad)
    if not sys.argv[1:]:
        with open(os.path.join(folder, "written.json"), "w") as f:
            f.write("{\n" + ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in values.items()) + "\n}\n")
    sys.exit(failed)
