package io.treehouse.server.http;

import io.treehouse.server.access.DiskShares;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.jobs.Jobs;
import io.treehouse.server.retraining.Workshop;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands behind the server's paths. Paths of what is missing do not exist. All of it stays open when the server
 * closes. Immutable.
 *
 * @param tiles what classifies tiles
 * @param models the versions of models
 * @param feedback what people say of answers
 * @param jobs scenes that are handed in
 * @param workshop takes orders for retrainings
 * @param access whom the server lets in
 * @param shares what each of those may keep on the disk; empty if nobody is held to anything
 */
public record Services(
        TileService tiles,
        Optional<ModelService> models,
        Optional<FeedbackShelf> feedback,
        Optional<Jobs> jobs,
        Optional<Workshop> workshop,
        Access access,
        Optional<DiskShares> shares) {
    public Services {
        Objects.requireNonNull(tiles, "tiles");
        Objects.requireNonNull(models, "models");
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(jobs, "jobs");
        Objects.requireNonNull(workshop, "workshop");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(shares, "shares");
    }

    /** Tiles alone, for everyone who reaches the server. */
    public static Services of(TileService tiles) {
        return new Services(
                tiles,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Access.open(),
                Optional.empty());
    }

    /** With versions of models. */
    public Services with(ModelService versions) {
        return new Services(tiles, Optional.of(versions), feedback, jobs, workshop, access, shares);
    }

    /** With what people say of answers. */
    public Services with(FeedbackShelf shelf) {
        return new Services(tiles, models, Optional.of(shelf), jobs, workshop, access, shares);
    }

    /** With scenes that are handed in. */
    public Services with(Jobs open) {
        return new Services(tiles, models, feedback, Optional.of(open), workshop, access, shares);
    }

    /** With orders for retrainings. */
    public Services with(Workshop taking) {
        return new Services(tiles, models, feedback, jobs, Optional.of(taking), access, shares);
    }

    /** For those whom this lets in. */
    public Services with(Access whom) {
        return new Services(tiles, models, feedback, jobs, workshop, whom, shares);
    }

    /** Held to what each of them may keep on the disk. */
    public Services with(DiskShares each) {
        return new Services(tiles, models, feedback, jobs, workshop, access, Optional.of(each));
    }
}
