/** JSON documents from outside, and the schemas that they must follow. */
package io.treehouse.datasets.document;
