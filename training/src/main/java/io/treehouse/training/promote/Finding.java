package io.treehouse.training.promote;

/**
 * One condition of the rule.
 *
 * @param holds whether the candidate meets it
 * @param words what was found, with figures
 */
public record Finding(boolean holds, String words) {}
