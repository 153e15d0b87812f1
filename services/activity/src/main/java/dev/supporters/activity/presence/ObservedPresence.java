package dev.supporters.activity.presence;

import dev.supporters.contract.TravelLimit;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.activity.v1.PositionProblem;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a process knows of a driver now, in memory.
 *
 * @param contact when the last contact was: a new position, a begin, a resume
 * @param newestPosition the report time of the newest position, by the phone's clock; never later than when it came
 * @param place where the driver was; not stored, because nobody needs to know it after a restart
 * @param outage present while the driver is unreachable
 * @param kept what is stored; empty if it has not been read yet
 */
record ObservedPresence(
        Optional<WorkStep> work,
        Instant contact,
        Instant newestPosition,
        KnownPlace place,
        Optional<Outage> outage,
        Optional<StoredContact> kept) {

    static final ObservedPresence NOTHING =
            new ObservedPresence(
                    Optional.empty(),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    KnownPlace.NOWHERE,
                    Optional.empty(),
                    Optional.empty());

    /** The contact that is stored, and at which sweep it was. */
    record StoredContact(Instant contact, long sweep) {}

    ObservedPresence after(WorkStep step) {
        if (work.isPresent() && !step.after(work.get())) {
            return this;
        }
        ObservedPresence next =
                new ObservedPresence(
                        Optional.of(step), contact, newestPosition, place, outage, kept);
        return step.state() == WorkStep.State.WORKING ? next.withContact(step.time()) : next;
    }

    boolean isNew(KnownPlace.Fix fix) {
        return fix.reportTime().isAfter(newestPosition);
    }

    /**
     * With a position.
     *
     * @param at when it came
     */
    ObservedPresence reported(KnownPlace.Fix fix, Instant at) {
        return new ObservedPresence(
                        work,
                        contact,
                        later(newestPosition, fix.reportTime()),
                        place.taken(fix),
                        outage,
                        kept)
                .withContact(at);
    }

    /** Why a position is not taken; empty if it is. */
    Optional<PositionProblem> problem(KnownPlace.Fix fix, TravelLimit limit) {
        if (!isNew(fix)) {
            return Optional.of(PositionProblem.POSITION_PROBLEM_NOT_NEWER);
        }
        return place.allows(fix, limit)
                ? Optional.empty()
                : Optional.of(PositionProblem.POSITION_PROBLEM_JUMP);
    }

    /** After a position that was not taken: no contact. A jump is remembered, others may agree with it. */
    ObservedPresence doubting(KnownPlace.Fix jump, TravelLimit limit) {
        return new ObservedPresence(
                work, contact, newestPosition, place.doubting(jump, limit), outage, kept);
    }

    /** A clock that is ahead of ours must not hide the positions that come until ours is there. */
    ObservedPresence newestNotAfter(Instant now) {
        return newestPosition.isAfter(now)
                ? new ObservedPresence(work, contact, now, place, outage, kept)
                : this;
    }

    /**
     * With an outage if the last contact is too long ago. A driver who works must report; one who rests need not.
     *
     * @param watchedFrom contacts before this instant may have been missed, so the time counts from it at the earliest
     */
    ObservedPresence checked(Instant now, Duration threshold, Instant watchedFrom) {
        boolean mustReport = outage.isEmpty() && work.filter(s -> s.state().reports()).isPresent();
        Instant due = later(contact, watchedFrom).plus(threshold);
        if (!mustReport || now.isBefore(due)) {
            return this;
        }
        return with(new Outage(work.get().workId(), due, contact, false, Optional.empty()));
    }

    /** After the event that the driver became unreachable, of another process or of this one. */
    ObservedPresence afterUnreachable(WorkId workId, Instant since) {
        return outage.isPresent()
                ? this
                : with(Outage.published(workId, since).withContact(contact));
    }

    /** After the event that the driver became reachable, of another process or of this one. */
    ObservedPresence afterReachable(Instant time) {
        boolean newerOutage = outage.filter(o -> o.since().isAfter(time)).isPresent();
        return newerOutage
                ? this
                : new ObservedPresence(
                        work, later(contact, time), newestPosition, place, Optional.empty(), kept);
    }

    /** With what the store has. */
    ObservedPresence withStored(Presence presence, long sweep) {
        return switch (presence) {
            case Presence.Reachable reachable ->
                    new ObservedPresence(
                            work,
                            later(contact, reachable.contact()),
                            later(newestPosition, reachable.newestPosition()),
                            place,
                            outage.filter(o ->
                                    !o.published()
                                            && !reachable.contact().isAfter(o.lastContact())),
                            Optional.of(new StoredContact(reachable.contact(), sweep)));
            case Presence.Unreachable unreachable -> {
                Optional<Instant> ended = outage.flatMap(Outage::ended);
                Outage stored = Outage.published(unreachable.workId(), unreachable.since());
                yield new ObservedPresence(
                        work,
                        contact,
                        later(newestPosition, unreachable.newestPosition()),
                        place,
                        Optional.of(stored.withContact(ended.orElse(contact))),
                        Optional.of(new StoredContact(Instant.EPOCH, sweep)));
            }
        };
    }

    /** The store has nothing of this driver, so no outage was published. */
    ObservedPresence withNothingStored(long sweep) {
        Optional<Outage> unpublished = outage.filter(o -> !o.published());
        return new ObservedPresence(
                work,
                contact,
                newestPosition,
                place,
                unpublished,
                Optional.of(new StoredContact(Instant.EPOCH, sweep)));
    }

    /** The shift, while it lasts: the driver works or rests. */
    Optional<WorkStep> present() {
        return work.filter(step -> step.state() != WorkStep.State.ENDED);
    }

    private ObservedPresence withContact(Instant at) {
        return new ObservedPresence(
                work,
                later(contact, at),
                newestPosition,
                place,
                outage.map(o -> o.withContact(at)),
                kept);
    }

    private ObservedPresence with(Outage found) {
        return new ObservedPresence(work, contact, newestPosition, place, Optional.of(found), kept);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
