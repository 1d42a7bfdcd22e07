/**
 * What choices of inference cost or gain: seams between windows ({@code SeamDisagreement}), and averaging over turned and
 * mirrored pictures ({@code SymmetricClassMaps}).
 */
package io.treehouse.training.evaluate.choice;
