/** The command line. Start at {@link io.treehouse.server.cli.Main}; each command is one class. */
package io.treehouse.server.cli;
