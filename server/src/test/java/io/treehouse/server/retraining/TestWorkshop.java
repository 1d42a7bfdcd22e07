package io.treehouse.server.retraining;

import io.treehouse.server.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A workshop with a shell script in place of retrainings; the script's argument is the folder. */
public final class TestWorkshop {
    private TestWorkshop() {}

    /** Opens a workshop whose catalogues are in the folder {@code catalogs} of its home. */
    public static Workshop open(Store store, Path home, String script) throws IOException {
        return new Workshop(
                store,
                home,
                new CatalogFolder(home.resolve("catalogs"), home.resolve("imagery")),
                new WorkerCommand("none", home, home, List.of()),
                List.of("sh", "-c", script));
    }
}
