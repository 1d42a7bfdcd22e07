/** A placeholder that the oneDNN presets look for; see the class. */
package org.bytedeco.opencl.presets;
