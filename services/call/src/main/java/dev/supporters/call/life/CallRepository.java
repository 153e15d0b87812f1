package dev.supporters.call.life;

import dev.supporters.contract.CallId;
import dev.supporters.platform.store.Versioned;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The calls. Every change of state is written together with its event. */
public interface CallRepository {

    Optional<Versioned<Call>> find(CallId callId);

    /** Those that there are, in no order. */
    List<Versioned<Call>> findAll(Collection<CallId> callIds);

    /** Newest first. */
    List<Versioned<Call>> list(CallPage.Filter filter, int limit);

    /** Calls on general dispatch that nobody has taken, nearest first. */
    List<Versioned<Call>> near(Nearby nearby);

    /** Calls without a path that are not held, oldest first. */
    List<Versioned<Call>> requested(int limit);

    /** Calls that wait for a supporter; those that must end soonest first. */
    List<Versioned<Call>> held(int limit);

    /**
     * Calls that have a driver, or are with general dispatch, and came to their state at or before an instant; those that are in it the
     * longest first.
     *
     * @param after the time and id of the last one of the page before
     */
    List<Versioned<Call>> unchangedSince(
            Instant atOrBefore, Optional<CallPage.Cursor> after, int limit);

    /** Calls with something to be told that was due at or before this, the longest overdue first. */
    List<Versioned<Call>> followUpsDue(Instant atOrBefore, int limit);

    /**
     * Calls of which something was given up, the longest parked first.
     *
     * @param after the time and id of the last one of the page before
     */
    List<Versioned<Call>> parked(Optional<CallPage.Cursor> after, int limit);

    /** Stores a new call. If there is one with this id already, that one is returned unchanged. */
    Versioned<Call> create(Call call);

    /**
     * Changes a call.
     *
     * @param cause a request's or an event's id, with which nothing changes a second time; empty if none
     * @return the call after it; empty if there is none
     */
    Optional<Versioned<Call>> change(CallId callId, String cause, Transition transition);

    /**
     * Takes a customer out of a call that is settled: the pseudonym is in the place of her id, and of the places their H3 cells are left.
     *
     * @return whether the call was one of hers, and was settled
     */
    boolean erase(CallId callId, String customerId, String pseudonym);

    /** What a call becomes. Pure: it may run several times, as others change the call at the same time. */
    @FunctionalInterface
    interface Transition {

        /** Decides; empty if nothing is to change. A refusal is thrown. */
        Optional<Call> next(Call call);
    }
}
