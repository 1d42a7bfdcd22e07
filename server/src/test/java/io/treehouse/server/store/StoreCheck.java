package io.treehouse.server.store;

import org.jdbi.v3.core.Handle;

/** Rows for tests. */
final class StoreCheck {
    private StoreCheck() {}

    static void insert(Store store, String id, String state) {
        store.call(handle -> insert(handle, id, state));
    }

    static int insert(Handle handle, String id, String state) {
        return handle.createUpdate(
                        "insert into retraining (id, server, request, asked_by, state, words, attempts, asked)"
                                + " values (:id, 'here', '{}', 'anna', :state, 'waits', 0, now())")
                .bind("id", id)
                .bind("state", state)
                .execute();
    }

    static int count(Store store) {
        return store.call(handle -> handle.createQuery("select count(*) from retraining")
                .mapTo(Integer.class)
                .one());
    }

    static String state(Store store, String id) {
        return store.call(handle -> handle.createQuery("select state from retraining where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }
}
