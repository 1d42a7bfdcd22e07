/**
 * What the server keeps in a database: an embedded one in its home folder, or PostgreSQL. Start at
 * {@link io.treehouse.server.store.Store}; the tables are in the migrations among the resources.
 */
package io.treehouse.server.store;
