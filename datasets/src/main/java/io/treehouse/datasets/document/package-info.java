/** JSON documents from outside and to the outside, and the schemas that they follow. */
package io.treehouse.datasets.document;
