package io.treehouse.inference.objects;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Random;

/** Maps of overlapping discs and boxes of all classes with ragged borders, from a seed. */
final class Blobs {
    private Blobs() {}

    static DrawnMap draw(int width, int height, long seed) {
        Random random = new Random(seed);
        DrawnMap map = new DrawnMap(width, height, 0.5);
        for (int i = 0; i < width * height / 300; i++) {
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            double size = 3 + random.nextDouble() * 12;
            double turn = random.nextDouble() * Math.PI;
            switch (random.nextInt(5)) {
                case 0 -> map.crown(x, y, size);
                case 1 -> map.fill(SurfaceClass.WATER, (px, py) -> Math.hypot(px - x, py - y) < size);
                case 2 -> map.fill(SurfaceClass.BUILT_UP, (px, py) -> inBox(px - x, py - y, turn, 2 * size, 2));
                default -> map.fill(SurfaceClass.BUILDING, (px, py) -> inBox(px - x, py - y, turn, size, 0.6 * size));
            }
        }
        for (int i = 0; i < map.classes.length; i++) {
            map.classes[i] = (byte) (random.nextInt(200) == 0 ? random.nextInt(5) : map.classes[i]);
            map.confidence[i] *= 0.9f + 0.1f * random.nextFloat();
        }
        return map;
    }

    static boolean inBox(double dx, double dy, double turn, double halfLength, double halfWidth) {
        double along = dx * Math.cos(turn) + dy * Math.sin(turn);
        double across = dy * Math.cos(turn) - dx * Math.sin(turn);
        return Math.abs(along) <= halfLength && Math.abs(across) <= halfWidth;
    }
}
