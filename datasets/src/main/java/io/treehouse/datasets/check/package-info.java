/**
 * What is in a data set and what is wrong with it: start at {@link io.treehouse.datasets.check.DatasetCheck}.
 */
package io.treehouse.datasets.check;
