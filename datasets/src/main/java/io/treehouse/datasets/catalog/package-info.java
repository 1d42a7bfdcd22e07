/**
 * Catalogues of labelled imagery ({@code dataset.json}): where the files are, what the labels mean, which places are held
 * out. Start at {@link io.treehouse.datasets.catalog.Catalog}.
 */
package io.treehouse.datasets.catalog;
