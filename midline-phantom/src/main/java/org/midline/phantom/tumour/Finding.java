package org.midline.phantom.tumour;

import java.util.Locale;
import org.midline.phantom.head.HeadVariant;

/** What there is to find in a patient. */
public sealed interface Finding {

    /** A word for tables and files. */
    String key();

    /** The head that it needs. */
    HeadVariant headVariant();

    /** A diffuse midline glioma: the one finding that is to be segmented. */
    record Glioma(TumourPlan plan) implements Finding {
        @Override
        public String key() {
            return "glioma";
        }

        @Override
        public HeadVariant headVariant() {
            return HeadVariant.USUAL;
        }
    }

    /** Something that must not be taken for a diffuse midline glioma. */
    enum LookAlike implements Finding {
        HYDROCEPHALUS,
        CHIARI,
        WHITE_MATTER_LESIONS,
        PINEAL_MASS,
        CEREBELLAR_MASS,
        /** Dilated capillaries in the pons or a thalamus (telangiectasia): they enhance and show nowhere else. */
        VESSELS;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public HeadVariant headVariant() {
            return switch (this) {
                case HYDROCEPHALUS -> HeadVariant.HYDROCEPHALUS;
                case CHIARI -> HeadVariant.CHIARI;
                default -> HeadVariant.USUAL;
            };
        }
    }

    /** Nothing at all. */
    record Unremarkable() implements Finding {
        @Override
        public String key() {
            return "none";
        }

        @Override
        public HeadVariant headVariant() {
            return HeadVariant.USUAL;
        }
    }
}
