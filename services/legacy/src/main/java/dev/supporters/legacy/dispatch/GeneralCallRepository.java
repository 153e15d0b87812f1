package dev.supporters.legacy.dispatch;

import dev.supporters.platform.store.Versioned;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls of the legacy system. A change is one conditional update: of two that race, one decides again on the new state. */
public interface GeneralCallRepository {

    Optional<Versioned<GeneralCall>> find(String callId);

    /** Those known since an instant or longer, oldest first, after the given one. */
    List<Versioned<GeneralCall>> list(Instant since, Instant afterTime, String afterId, int limit);

    /** Those that are offered to commission drivers. */
    List<Versioned<GeneralCall>> offered();

    /** Those with reports that the gateway has not confirmed. */
    List<Versioned<GeneralCall>> unreported();

    /** Those that a supporter accepted, now or before. */
    List<Versioned<GeneralCall>> withAcceptances();

    /** Changes a call; refused with DRIVER_ENGAGED if that would bind a driver twice. */
    Versioned<GeneralCall> change(String callId, GeneralCallDecision decision);

    /** A pure decision; empty if nothing is to change. */
    @FunctionalInterface
    interface GeneralCallDecision {

        Optional<GeneralCall> next(Optional<GeneralCall> current);
    }
}
