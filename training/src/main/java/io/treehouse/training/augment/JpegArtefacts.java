package io.treehouse.training.augment;

import java.util.SplittableRandom;

/** Compression as JPEG of quality 25…80 and back. */
final class JpegArtefacts implements Augmentation {
    @Override
    public void apply(Crop crop, SplittableRandom random) {
        float quality = (float) random.nextDouble(0.25, 0.8);
        float[] rgb = crop.rgb();
        int[] pixels = new int[crop.size() * crop.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (int) rgb[3 * i] << 16 | (int) rgb[3 * i + 1] << 8 | (int) rgb[3 * i + 2];
        }
        int[] compressed = JpegRoundTrip.apply(pixels, crop.size(), crop.size(), quality);
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = compressed[i] >> 16 & 255;
            rgb[3 * i + 1] = compressed[i] >> 8 & 255;
            rgb[3 * i + 2] = compressed[i] & 255;
        }
    }
}
