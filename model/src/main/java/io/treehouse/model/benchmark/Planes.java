package io.treehouse.model.benchmark;

/** Between pixels with interleaved channels, as this program has them, and one plane after the other. */
final class Planes {
    private Planes() {}

    /** The planes of interleaved values, each of them multiplied and then shifted. */
    static float[] of(float[] interleaved, int channels, float factor, float shift) {
        int pixels = interleaved.length / channels;
        float[] planes = new float[interleaved.length];
        for (int i = 0; i < interleaved.length; i++) {
            planes[i % channels * pixels + i / channels] = interleaved[i] * factor + shift;
        }
        return planes;
    }

    /** The opposite of {@link #of} without its arithmetic. */
    static float[] interleaved(float[] planes, int channels) {
        int pixels = planes.length / channels;
        float[] interleaved = new float[planes.length];
        for (int i = 0; i < planes.length; i++) {
            interleaved[i % pixels * channels + i / pixels] = planes[i];
        }
        return interleaved;
    }
}
