package io.treehouse.server.cli;

import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.server.retraining.CatalogFolder;
import io.treehouse.server.retraining.WorkerCommand;
import io.treehouse.server.retraining.Workshop;
import io.treehouse.server.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Options of the retrainings that a server takes orders for. */
final class WorkshopOptions {
    private static final Logger LOG = LoggerFactory.getLogger(WorkshopOptions.class);
    private static final String JAVA_OPTIONS = "TREEHOUSE_RETRAIN_JAVA_OPTS";

    @Option(
            names = "--catalogs",
            paramLabel = "DIR",
            description =
                    "Folder whose catalogues (NAME/dataset.json) callers may retrain on. Default: catalogs in the home"
                            + " folder.")
    private Path catalogs;

    @Option(
            names = "--splits",
            paramLabel = "DIR",
            description =
                    "Folder of locked.csv and validation.csv for retrainings. Default: that of the catalogues if it has"
                            + " them, else that of the repository.")
    private Path splits;

    Workshop open(Store store, Path home, ModelRegistry registry) throws IOException {
        Path folder = Files.createDirectories(
                catalogs == null
                        ? home.resolve("catalogs")
                        : catalogs.toAbsolutePath().normalize());
        LOG.info("Callers may retrain on catalogues in {}", folder);
        return new Workshop(
                store,
                home,
                new CatalogFolder(
                        folder,
                        DataFolders.isImageryNamed() ? DataFolders.imagery().toAbsolutePath() : folder),
                new WorkerCommand(
                        Main.class.getName(),
                        registry.folder().toAbsolutePath(),
                        splits(folder).toAbsolutePath(),
                        javaOptions()));
    }

    private Path splits(Path folder) {
        if (splits != null) {
            return splits;
        }
        return Files.exists(folder.resolve("validation.csv")) ? folder : DataFolders.catalogs();
    }

    private static List<String> javaOptions() {
        String options = Objects.requireNonNullElse(System.getenv(JAVA_OPTIONS), "");
        return Stream.of(options.split(" ")).filter(option -> !option.isBlank()).toList();
    }
}
