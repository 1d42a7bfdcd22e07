package org.bytedeco.opencl.presets;

/**
 * Stands in for the class of this name in the OpenCL presets. The oneDNN presets name it in an annotation; its real
 * artefact (and an OpenCL runtime) is only needed for GPUs, so it is left out of the class path.
 */
public final class OpenCL {
    private OpenCL() {}
}
