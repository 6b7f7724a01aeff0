"""Makes the golden NIfTI files of this folder, and golden.csv with what nibabel reads from them.

Run by hand: python make_golden.py (nibabel 5.4, numpy 2). The images are synthetic ramps.
"""
import gzip
import os
import numpy as np
import nibabel as nib

HERE = os.path.dirname(os.path.abspath(__file__))
SHAPE = (3, 2, 2)
rows = []


def rotation(x, y, z):
    cx, sx, cy, sy, cz, sz = np.cos(x), np.sin(x), np.cos(y), np.sin(y), np.cos(z), np.sin(z)
    rx = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    ry = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    rz = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return rz @ ry @ rx


def affine(angles, spacing, origin, flip=False):
    matrix = np.eye(4)
    matrix[:3, :3] = rotation(*angles) @ np.diag(spacing)
    if flip:
        matrix[:3, 2] *= -1
    matrix[:3, 3] = origin
    return matrix


OBLIQUE = affine((0.3, -0.2, 0.5), (0.9, 1.1, 5.5), (-80.5, 33.25, -12))
UPSIDE = affine((3.1, 0.02, -0.01), (0.5, 0.5, 3), (100, -60, 20), flip=True)


def ramp(dtype):
    info = np.iinfo(dtype) if np.issubdtype(dtype, np.integer) else None
    values = np.arange(12, dtype=np.float64).reshape(SHAPE, order="F")
    if info is None:
        return (values * 1.25 - 3).astype(dtype)
    data = values.astype(dtype)
    data.flat[0] = info.min
    data.flat[-1] = info.max
    return data


def write(name, data, sform=None, qform=None, version=1, order="<", slope=None, inter=None, codes=(1, 1)):
    header = (nib.Nifti1Header if version == 1 else nib.Nifti2Header)(endianness=order)
    header.set_data_dtype(data.dtype)
    header.set_data_shape(data.shape)
    header["pixdim"][1:4] = (0.7, 0.8, 2.0)
    header.set_qform(qform, codes[1] if qform is not None else 0)
    header.set_sform(sform, codes[0] if sform is not None else 0)
    header.set_xyzt_units("mm")
    header["descrip"] = b"golden " + name.encode()
    header["magic"] = header.single_magic
    header["vox_offset"] = header.single_vox_offset
    if slope is not None:
        header["scl_slope"], header["scl_inter"] = slope, inter
    raw = data.astype(data.dtype.newbyteorder(order)).tobytes(order="F")
    with open(os.path.join(HERE, name + ".nii.gz"), "wb") as out:
        out.write(gzip.compress(bytes(header.binaryblock) + b"\0" * 4 + raw, mtime=0))
    image = nib.load(os.path.join(HERE, name + ".nii.gz"))
    values = np.asarray(image.dataobj, dtype=np.float64).astype(np.float32).ravel(order="F")
    lps = np.diag([-1, -1, 1, 1]) @ image.affine
    corner = lps @ [2, 1, 1, 1]
    rows.append([name, str(data.dtype), version, order, *lps[:3, 3], *corner[:3], *values])


for dtype in (np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64, np.float32, np.float64):
    write("type_" + np.dtype(dtype).name, ramp(dtype), sform=OBLIQUE, qform=OBLIQUE,
          version=1 + np.dtype(dtype).itemsize % 2, order=">" if np.dtype(dtype).itemsize in (2, 8) else "<")
write("scaled_int16", ramp(np.int16), sform=OBLIQUE, slope=0.125, inter=-7.5)
write("scaled_float32_big", ramp(np.float32), sform=OBLIQUE, slope=-2, inter=1, order=">", version=2)
write("qform_only_flipped", ramp(np.uint8), qform=UPSIDE)
write("sform_and_other_qform", ramp(np.uint8), sform=OBLIQUE, qform=UPSIDE)

with open(os.path.join(HERE, "golden.csv"), "w") as out:
    out.write("name,dtype,version,order,x0,y0,z0,x1,y1,z1," + ",".join(f"v{n}" for n in range(12)) + "\n")
    for row in rows:
        out.write(",".join(repr(float(c)) if isinstance(c, (float, np.floating)) else str(c) for c in row) + "\n")
