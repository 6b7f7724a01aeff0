package org.midline.delineation;

/** Where the time went, in milliseconds. */
public record Timings(long localiseMs, long segmentMs, long nativeGridMs) {

    public long totalMs() {
        return localiseMs + segmentMs + nativeGridMs;
    }
}
