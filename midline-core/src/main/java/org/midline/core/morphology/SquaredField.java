package org.midline.core.morphology;

/** Squared distances of a grid in one of two precisions. */
sealed interface SquaredField {

    double get(int n);

    void set(int n, double squaredMm);

    /** Rounds to float. */
    final class Floats implements SquaredField {
        private final float[] values;

        Floats(int length) {
            values = new float[length];
        }

        float[] values() {
            return values;
        }

        @Override
        public double get(int n) {
            return values[n];
        }

        @Override
        public void set(int n, double squaredMm) {
            values[n] = (float) squaredMm;
        }
    }

    final class Doubles implements SquaredField {
        private final double[] values;

        Doubles(int length) {
            values = new double[length];
        }

        double[] values() {
            return values;
        }

        @Override
        public double get(int n) {
            return values[n];
        }

        @Override
        public void set(int n, double squaredMm) {
            values[n] = squaredMm;
        }
    }
}
