package dev.supporters.work.shift;

import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds works. */
public interface Shifts {

    /** The driver's newest work. */
    Optional<Versioned<Shift>> newest(String driverId, Product product);

    /** Works that have not ended although their window has, the earliest first. */
    List<Versioned<Shift>> overdue(Instant now, int limit);

    /** When the next window ends of a work that has not ended. */
    Optional<Instant> nextWindowEnd(Instant after);
}
