package io.treehouse.server.http;

/**
 * The answer of the health paths.
 *
 * @param status {@code live} or {@code ready}
 */
record Health(String status) {}
