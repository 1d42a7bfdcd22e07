package io.treehouse.training.promote;

import java.util.Optional;

/**
 * What a gate measured.
 *
 * @param validation on the validation places of the data that the models know
 * @param fresh on the held-out part of new imagery; empty if there is none
 * @param locked on locked places, which are only shown; empty if they were not asked for
 */
public record Measurement(PairedReports validation, Optional<PairedReports> fresh, Optional<PairedReports> locked) {}
