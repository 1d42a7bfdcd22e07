/**
 * What those who run the server can see of it: {@link io.treehouse.server.monitor.Metrics} in the format of Prometheus, and
 * {@link io.treehouse.server.monitor.Traffic}, what each version classified and how far that drifts. The only package that
 * sees Micrometer.
 */
package io.treehouse.server.monitor;
