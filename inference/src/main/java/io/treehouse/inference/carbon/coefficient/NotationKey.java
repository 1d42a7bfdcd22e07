package io.treehouse.inference.carbon.coefficient;

/** Why a figure is missing: the notation keys of national inventories (IPCC 2006 Guidelines, volume 1, chapter 8). */
public enum NotationKey {
    /** Not estimated: it may occur, but it was not estimated. */
    NE,
    /** Not occurring: there is nothing of the kind here. */
    NO,
    /** Not applicable: what there is causes none. */
    NA,
    /** Included elsewhere: another figure or inventory has it. */
    IE,
    /** Confidential. */
    C
}
