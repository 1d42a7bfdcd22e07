package io.treehouse.server.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.treehouse.inference.classify.ServedModel;
import io.treehouse.inference.classify.TileClassification;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.job.SceneJob;
import io.treehouse.model.registry.ModelId;
import io.treehouse.server.models.Lease;
import io.treehouse.server.models.VersionSource;
import io.treehouse.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Classifies the scene of a job, and notes how far it is. Belongs to one thread. */
final class JobClassifier {
    private static final Logger LOG = LoggerFactory.getLogger(JobClassifier.class);
    private static final ObjectWriter PRETTY = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private final JobTable table;
    private final JobSettings settings;
    private final VersionSource versions;
    private final JobClock clock;
    private final SceneInWork inWork;

    JobClassifier(JobTable table, JobSettings settings, VersionSource versions, JobClock clock, SceneInWork inWork) {
        this.table = table;
        this.settings = settings;
        this.versions = versions;
        this.clock = clock;
        this.inWork = inWork;
    }

    /** Goes on where it was interrupted before; the results are in the folder when this returns. */
    void classify(Job job, JobFolder files) throws InterruptedException, IOException {
        Files.createDirectories(files.results());
        TileRequest request = SceneRequests.of(job.scene(), job.parameters(), files, settings);
        try (Lease lease = lease(job)) {
            String model = name(lease);
            int windows = lease.classifier().plan(request).windows();
            table.begin(job.id(), model, windows);
            try (SceneJob scene = SceneJob.open(lease.classifier(), request, files.unfinished())) {
                inWork.opened(scene);
                clock.begin(scene.windowsFromBefore());
                TileClassification answer = scene.run((done, total) -> progress(job.id(), model, done));
                scene.publish(files.answer(), PRETTY.writeValueAsBytes(answer));
                scene.finish();
                clock.end(windows);
            }
        }
    }

    /** The version that it began with, so that its windows fit together; at its beginning the one that serves. */
    private Lease lease(Job job) {
        return job.model() == null ? versions.lease() : versions.lease(ModelId.parse(job.model()));
    }

    private static String name(Lease lease) {
        ServedModel model = lease.classifier().model();
        return model.name() + "@" + model.version();
    }

    private void progress(String id, String model, int done) {
        inWork.windows(done);
        try {
            if (clock.isTimeToNote()) {
                table.note(id, model, done);
            }
        } catch (StoreUnavailableException gone) {
            LOG.debug("The progress of {} is not noted; the scene goes on", id, gone);
        }
    }
}
