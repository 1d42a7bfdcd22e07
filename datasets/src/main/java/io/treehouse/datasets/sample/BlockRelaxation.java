package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.DenseBlocks;

/** Applies {@link DenseBlocks} to the labels of a picture: large regions of a label are filled with a wider set. */
final class BlockRelaxation {
    private BlockRelaxation() {}

    /** Changes {@code labels}, {@code [height, width]}, in place; regions are connected along rows and columns. */
    static void apply(DenseBlocks blocks, byte[] labels, int width, double gsdMetres) {
        double largerThanPixels = blocks.largerThanM2() / (gsdMetres * gsdMetres);
        boolean[] seen = new boolean[labels.length];
        int[] region = new int[labels.length];
        for (int start = 0; start < labels.length; start++) {
            if (!seen[start] && labels[start] == blocks.label().bits()) {
                int size = collect(labels, width, start, seen, region);
                if (size > largerThanPixels) {
                    for (int i = 0; i < size; i++) {
                        labels[region[i]] = (byte) blocks.become().bits();
                    }
                }
            }
        }
    }

    /** Collects the pixels of the region that {@code start} lies in; returns how many they are. */
    private static int collect(byte[] labels, int width, int start, boolean[] seen, int[] region) {
        byte label = labels[start];
        int size = 0;
        region[size++] = start;
        seen[start] = true;
        for (int next = 0; next < size; next++) {
            int pixel = region[next];
            int column = pixel % width;
            int[] neighbours = {
                column > 0 ? pixel - 1 : -1, column < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width
            };
            for (int neighbour : neighbours) {
                if (neighbour >= 0 && neighbour < labels.length && !seen[neighbour] && labels[neighbour] == label) {
                    seen[neighbour] = true;
                    region[size++] = neighbour;
                }
            }
        }
        return size;
    }
}
