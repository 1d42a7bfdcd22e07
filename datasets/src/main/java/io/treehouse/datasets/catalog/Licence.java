package io.treehouse.datasets.catalog;

import java.util.Arrays;
import java.util.Objects;

/**
 * On what terms a data set may be used, as found.
 *
 * @param terms the licence in words, or that none is stated
 * @param kind what the terms come to
 * @param citation whom to cite; empty if nobody asks for it
 */
public record Licence(String terms, Kind kind, String citation) {
    /** What terms of use come to. */
    public enum Kind {
        /** CC0, public domain, MIT and the like. */
        FREE("free"),
        /** Free if the source is named. */
        ATTRIBUTION("attribution"),
        /** What is made of it is to be under the same terms. */
        SHARE_ALIKE("share-alike"),
        /** Not for commercial use, or for research only. */
        NON_COMMERCIAL("non-commercial"),
        /** Nothing is stated, or not by whoever owns the imagery. */
        UNSTATED("unstated");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Name in catalogues. */
        public String label() {
            return label;
        }

        /** The kind with a name of catalogues; {@link IllegalArgumentException} says which there are. */
        public static Kind ofLabel(String label) {
            for (Kind kind : values()) {
                if (kind.label.equals(label)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no class of licences is named '%s'; the classes are %s"
                    .formatted(label, Arrays.stream(values()).map(Kind::label).toList()));
        }
    }

    public Licence {
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(citation, "citation");
    }
}
