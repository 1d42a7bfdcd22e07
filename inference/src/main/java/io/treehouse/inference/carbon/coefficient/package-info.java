/**
 * Coefficients of estimates as data: each with value, unit, distribution, source and where it applies. Start at {@link
 * io.treehouse.inference.carbon.coefficient.CoefficientSets}, which reads the shipped set and those of users.
 */
package io.treehouse.inference.carbon.coefficient;
