/** The class scheme: the five surface classes and the sets of them that a label allows. */
package io.treehouse.datasets.scheme;
