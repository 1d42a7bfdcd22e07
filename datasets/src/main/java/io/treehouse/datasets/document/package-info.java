/**
 * JSON documents from outside and to the outside, the schemas that they follow, their hashes, and files that are there
 * whole or not at all.
 */
package io.treehouse.datasets.document;
