package io.treehouse.training.promote;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the rule says of a candidate.
 *
 * @param findings one a condition
 */
public record Decision(List<Finding> findings) {
    public Decision {
        findings = List.copyOf(findings);
    }

    /** Whether the candidate may serve: all conditions hold. */
    public boolean passes() {
        return findings.stream().allMatch(Finding::holds);
    }

    /** The decision and its reason: all findings, or those that speak against the candidate. */
    public String inWords() {
        return (passes() ? "may serve: " : "stays a candidate: ")
                + findings.stream()
                        .filter(finding -> passes() || !finding.holds())
                        .map(Finding::words)
                        .collect(Collectors.joining("; "));
    }
}
