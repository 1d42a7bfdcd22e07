/**
 * What tables of figures have in common, whatever the figures are of: the columns of an {@link
 * io.treehouse.inference.table.UncertainColumns uncertain figure}, the formats that can hold a table ({@link
 * io.treehouse.inference.table.TableFormats}), and the {@link io.treehouse.inference.table.ProvenanceItems items} that say
 * how it came to be. The tables themselves stand with what they show.
 */
package io.treehouse.inference.table;
