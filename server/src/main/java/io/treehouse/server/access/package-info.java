/**
 * Who may do what on a server that other machines reach: tokens with scopes in a file, and limits for each token.
 * Knows nothing of HTTP.
 */
package io.treehouse.server.access;
