package dev.supporters.platform.store;

/** A change would have put a value twice that may be there once. */
public final class DuplicateKey extends RuntimeException {

    public DuplicateKey(String message) {
        super(message, null, false, false);
    }
}
