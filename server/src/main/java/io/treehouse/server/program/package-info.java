/** What the program is called by: its version. */
package io.treehouse.server.program;
