package dev.supporters.call.life;

import dev.supporters.platform.store.Versioned;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The calls. Every change of state is written together with the event that tells of it. */
public interface Calls {

    Optional<Versioned<Call>> find(String callId);

    List<Versioned<Call>> findAll(Collection<String> callIds);

    /** Newest first. */
    List<Versioned<Call>> list(CallFilter filter, int limit);

    /** Calls without a path, oldest first. */
    List<Versioned<Call>> requested(int limit);

    /** Stores a new call. Where there is one of this id already, that one is answered. */
    Versioned<Call> create(Call call);

    /**
     * Changes a call.
     *
     * @param cause a request's or an event's id, with which nothing changes a second time; empty if none
     * @return the call after it; empty if there is none
     */
    Optional<Versioned<Call>> change(String callId, String cause, Transition transition);
}
