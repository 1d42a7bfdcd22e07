package io.treehouse.server.http;

import io.javalin.http.Context;
import io.treehouse.server.access.DiskShares;
import java.nio.file.Path;
import java.util.Optional;

/** Holds the bearers of tokens to what they may keep on the server's disk, whatever it is. Thread-safe. */
final class DiskQuota {
    private final Optional<DiskShares> shares;
    private final ResultStore results;

    /**
     * @param shares what is kept in the home folder; empty if nobody is held to anything
     * @param results what is kept in the temporary folder
     */
    DiskQuota(Optional<DiskShares> shares, ResultStore results) {
        this.shares = shares;
        this.results = results;
    }

    /**
     * Most bytes of a body that will be kept.
     *
     * @param limit what the server takes of everyone
     * @throws io.treehouse.datasets.problem.InputProblem if the caller keeps as much as it may
     */
    long most(Context context, long limit) {
        Optional<String> caller = Sender.token(context);
        return shares.isEmpty() || caller.isEmpty()
                ? limit
                : Math.min(limit, shares.get().left(caller.get(), results.bytes(caller.get())));
    }

    /** A file or folder in the home folder is the caller's from now on. */
    void note(Context context, Path kept) {
        Sender.token(context).ifPresent(name -> shares.ifPresent(known -> known.note(name, kept)));
    }
}
