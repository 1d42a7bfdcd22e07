/** What is wrong with an input, in words for the person who sent it. */
package io.treehouse.datasets.problem;
