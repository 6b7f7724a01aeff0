package org.midline.phantom.tumour;

import java.util.Arrays;

/**
 * Arrival times of a front that moves at a given speed in each voxel of an isotropic grid: the first-order upwind
 * solution of {@code |grad T| speed = 1} by fast marching (Sethian 1996). A Fisher-KPP tumour far from its seed moves
 * as such a front, at {@code 2 sqrt(D rho)} (Swanson 2000, Konukoglu 2010).
 */
final class GrowthFront {
    private final int sizeI;
    private final int sizeJ;
    private final int sizeK;
    private final float[] slowness;
    private final float[] arrival;
    private final boolean[] settled;
    private final int[] heapPlace;
    private int[] heap = new int[4096];
    private int heapSize;

    /** @param slowness time per voxel width, infinite where the front cannot go */
    GrowthFront(int sizeI, int sizeJ, int sizeK, float[] slowness) {
        this.sizeI = sizeI;
        this.sizeJ = sizeJ;
        this.sizeK = sizeK;
        this.slowness = slowness;
        arrival = new float[slowness.length];
        Arrays.fill(arrival, Float.POSITIVE_INFINITY);
        settled = new boolean[slowness.length];
        heapPlace = new int[slowness.length];
        Arrays.fill(heapPlace, -1);
    }

    void seed(int voxel, float time) {
        arrival[voxel] = time;
        push(voxel);
    }

    /** Marches until so many voxels are reached, or all that can be; the indices in order of arrival. */
    int[] march(int voxelCount) {
        var order = new int[Math.min(voxelCount, arrival.length)];
        int count = 0;
        while (heapSize > 0 && count < order.length) {
            int voxel = pop();
            settled[voxel] = true;
            order[count++] = voxel;
            int i = voxel % sizeI;
            int j = voxel / sizeI % sizeJ;
            int k = voxel / (sizeI * sizeJ);
            if (i > 0) {
                update(voxel - 1, i - 1, j, k);
            }
            if (i < sizeI - 1) {
                update(voxel + 1, i + 1, j, k);
            }
            if (j > 0) {
                update(voxel - sizeI, i, j - 1, k);
            }
            if (j < sizeJ - 1) {
                update(voxel + sizeI, i, j + 1, k);
            }
            if (k > 0) {
                update(voxel - sizeI * sizeJ, i, j, k - 1);
            }
            if (k < sizeK - 1) {
                update(voxel + sizeI * sizeJ, i, j, k + 1);
            }
        }
        return Arrays.copyOf(order, count);
    }

    /** Times of arrival; infinite or provisional where the front has not come. */
    float[] arrival() {
        return arrival;
    }

    private void update(int voxel, int i, int j, int k) {
        if (settled[voxel] || slowness[voxel] == Float.POSITIVE_INFINITY) {
            return;
        }
        double a = earliest(voxel, 1, i, sizeI);
        double b = earliest(voxel, sizeI, j, sizeJ);
        double c = earliest(voxel, sizeI * sizeJ, k, sizeK);
        double low = Math.min(a, Math.min(b, c));
        double high = Math.max(a, Math.max(b, c));
        double middle = a + b + c - low - high;
        if (Double.isNaN(middle)) {
            middle = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        }
        float time = (float) solve(low, middle, high, slowness[voxel]);
        if (time < arrival[voxel]) {
            arrival[voxel] = time;
            if (heapPlace[voxel] < 0) {
                push(voxel);
            } else {
                up(heapPlace[voxel]);
            }
        }
    }

    private double earliest(int voxel, int stride, int position, int size) {
        double time = Double.POSITIVE_INFINITY;
        if (position > 0 && settled[voxel - stride]) {
            time = arrival[voxel - stride];
        }
        if (position < size - 1 && settled[voxel + stride]) {
            time = Math.min(time, arrival[voxel + stride]);
        }
        return time;
    }

    /** The time t with {@code sum over neighbours earlier than t of (t - t_n)^2 = slowness^2}. */
    static double solve(double low, double middle, double high, double slowness) {
        double time = low + slowness;
        if (time > middle) {
            double difference = middle - low;
            time = 0.5 * (low + middle + Math.sqrt(Math.max(0, 2 * slowness * slowness - difference * difference)));
            if (time > high) {
                double sum = low + middle + high;
                double squares = low * low + middle * middle + high * high;
                double root = sum * sum - 3 * (squares - slowness * slowness);
                time = (sum + Math.sqrt(Math.max(0, root))) / 3;
            }
        }
        return time;
    }

    private void push(int voxel) {
        if (heapSize == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heapSize);
        }
        heap[heapSize] = voxel;
        heapPlace[voxel] = heapSize;
        up(heapSize++);
    }

    private int pop() {
        int first = heap[0];
        int last = heap[--heapSize];
        heapPlace[first] = -1;
        if (heapSize > 0) {
            heap[0] = last;
            heapPlace[last] = 0;
            down(0);
        }
        return first;
    }

    private void up(int start) {
        int place = start;
        int voxel = heap[place];
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (arrival[heap[parent]] <= arrival[voxel]) {
                break;
            }
            heap[place] = heap[parent];
            heapPlace[heap[place]] = place;
            place = parent;
        }
        heap[place] = voxel;
        heapPlace[voxel] = place;
    }

    private void down(int start) {
        int place = start;
        int voxel = heap[place];
        while (true) {
            int child = 2 * place + 1;
            if (child >= heapSize) {
                break;
            }
            if (child + 1 < heapSize && arrival[heap[child + 1]] < arrival[heap[child]]) {
                child++;
            }
            if (arrival[voxel] <= arrival[heap[child]]) {
                break;
            }
            heap[place] = heap[child];
            heapPlace[heap[place]] = place;
            place = child;
        }
        heap[place] = voxel;
        heapPlace[voxel] = place;
    }
}
