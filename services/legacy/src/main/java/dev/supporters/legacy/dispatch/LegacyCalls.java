package dev.supporters.legacy.dispatch;

import dev.supporters.platform.store.Versioned;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls of the legacy system. A change is one conditional update: of two that race, one decides again. */
public interface LegacyCalls {

    Optional<Versioned<LegacyCall>> find(String callId);

    /** Those known since an instant or longer, oldest first, behind the given one. */
    List<Versioned<LegacyCall>> list(Instant since, Instant afterTime, String afterId, int limit);

    /** Those that are offered to commission drivers. */
    List<Versioned<LegacyCall>> offered();

    /** Those of which the gateway has yet to hear something. */
    List<Versioned<LegacyCall>> untold();

    /** Supporters' calls. */
    List<Versioned<LegacyCall>> withResults();

    /** Changes a call; refused with DRIVER_ENGAGED if that would bind a driver twice. */
    Versioned<LegacyCall> change(String callId, Decide decision);

    /** A pure decision; empty if nothing is to change. */
    @FunctionalInterface
    interface Decide {

        Optional<LegacyCall> next(Optional<LegacyCall> current);
    }
}
