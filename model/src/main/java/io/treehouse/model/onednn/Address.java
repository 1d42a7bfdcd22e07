package io.treehouse.model.onednn;

import org.bytedeco.javacpp.Pointer;

/** A native address that somebody else owns, in the form that oneDNN's Java classes take. Not thread-safe. */
public final class Address extends Pointer {
    /** An address that is set later. */
    public Address() {
        super((Pointer) null);
    }

    /** A fixed address. */
    public Address(long address) {
        this();
        this.address = address;
    }

    /** Moves this pointer to another address. */
    public Address moveTo(long newAddress) {
        this.address = newAddress;
        return this;
    }
}
