/**
 * The HTTP interface. Start at {@link io.treehouse.server.http.TreehouseServer}, which lists the routes; every error
 * leaves as a {@link io.treehouse.server.http.Problem}. The only package that sees Javalin and Jetty.
 */
package io.treehouse.server.http;
