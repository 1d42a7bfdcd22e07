package io.treehouse.model.bundle;

/** Something in a bundle is not as it must be; becomes an {@code InputProblem} that also names the file. */
final class MalformedBundleException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param place entry of the bundle
     * @param fault what is wrong there
     */
    MalformedBundleException(String place, String fault, Throwable cause) {
        super(place + ": " + fault, cause);
    }

    MalformedBundleException(String place, String fault) {
        this(place, fault, null);
    }
}
