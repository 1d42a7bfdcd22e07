package io.treehouse.model.bundle;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A trained model as it stands in a file.
 *
 * @param model the model
 * @param sha256 SHA-256 of the whole file, 64 lower-case hexadecimal digits: what answers give as the model's hash
 */
public record ModelBundle(TrainedModel model, String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String SHIPPED = "model/bundles/treehouse-land-cover-4.3.zip";

    public ModelBundle {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
    }

    /** Where the bundle that ships with the program lies: below the folder in the system property treehouse.home. */
    public static Path shippedPath() {
        return Path.of(System.getProperty("treehouse.home", ".")).resolve(SHIPPED);
    }
}
