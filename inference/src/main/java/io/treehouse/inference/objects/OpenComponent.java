package io.treehouse.inference.objects;

import java.util.function.Consumer;

/** A part of the map that further rows may add to: a node of a union-find forest (Tarjan 1975). Not thread-safe. */
final class OpenComponent {
    private OpenComponent parent = this;
    private RegionBuilder region;
    private int lastRow = -1;
    private boolean released;

    OpenComponent(RegionBuilder region) {
        this.region = region;
    }

    OpenComponent root() {
        OpenComponent root = this;
        while (root.parent != root) {
            root = root.parent;
        }
        OpenComponent node = this;
        while (node.parent != root) {
            OpenComponent next = node.parent;
            node.parent = root;
            node = next;
        }
        return root;
    }

    /** Makes two roots one part and returns its root: that of the larger, so that each pixel moves a few times only. */
    OpenComponent union(OpenComponent other) {
        if (other == this) {
            return this;
        }
        boolean keep = region.pixels() >= other.region.pixels();
        OpenComponent root = keep ? this : other;
        OpenComponent child = keep ? other : this;
        root.region.absorb(child.region);
        root.lastRow = Math.max(root.lastRow, child.lastRow);
        child.region = null;
        child.parent = root;
        return root;
    }

    RegionBuilder region() {
        return region;
    }

    /** Notes that the part has pixels in a row. */
    void reach(int row) {
        lastRow = row;
    }

    boolean reaches(int row) {
        return lastRow >= row;
    }

    /** Hands the region of a root on, once. */
    void releaseTo(Consumer<RegionBuilder> sink) {
        if (!released) {
            released = true;
            sink.accept(region);
        }
    }
}
