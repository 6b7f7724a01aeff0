package org.midline.core.nifti;

import java.util.Optional;

/**
 * The voxel types of the NIfTI standard, by their {@code datatype} code.
 *
 * <p>Only those with a size are read: one real number per voxel, laid out the same way on every machine.
 */
public enum NiftiDatatype {
    UINT8(2, 1, ""),
    INT16(4, 2, ""),
    INT32(8, 4, ""),
    FLOAT32(16, 4, ""),
    FLOAT64(64, 8, ""),
    INT8(256, 1, ""),
    UINT16(512, 2, ""),
    UINT32(768, 4, ""),
    INT64(1024, 8, ""),
    UINT64(1280, 8, ""),
    BINARY(1, 0, "the packing of single bits is not defined"),
    COMPLEX64(32, 0, "a complex number is not an image intensity; write its magnitude"),
    RGB24(128, 0, "a colour is not an image intensity"),
    FLOAT128(1536, 0, "its layout differs between machines; convert to float64"),
    COMPLEX128(1792, 0, "a complex number is not an image intensity; write its magnitude"),
    COMPLEX256(2048, 0, "a complex number is not an image intensity; write its magnitude"),
    RGBA32(2304, 0, "a colour is not an image intensity");

    private final int code;
    private final int bytesPerVoxel;
    private final String whyUnreadable;

    NiftiDatatype(int code, int bytesPerVoxel, String whyUnreadable) {
        this.code = code;
        this.bytesPerVoxel = bytesPerVoxel;
        this.whyUnreadable = whyUnreadable;
    }

    /** The number that stands for this type in a header. */
    public int code() {
        return code;
    }

    /** Zero for a type that is not read. */
    int bytesPerVoxel() {
        return bytesPerVoxel;
    }

    boolean readable() {
        return bytesPerVoxel > 0;
    }

    String whyUnreadable() {
        return whyUnreadable;
    }

    static Optional<NiftiDatatype> ofCode(int code) {
        for (NiftiDatatype type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
