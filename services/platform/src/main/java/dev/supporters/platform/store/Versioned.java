package dev.supporters.platform.store;

import static java.util.Objects.requireNonNull;

/**
 * An aggregate as it stands.
 *
 * @param version grows by one with every change
 * @param repeated whether the cause had been applied before, so that nothing changed now
 */
public record Versioned<T>(String id, long version, T value, boolean repeated) {

    public Versioned {
        requireNonNull(id);
        requireNonNull(value);
    }
}
