package dev.supporters.activity.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a process knows of a driver at this moment, in memory.
 *
 * @param contact when a sign of life came last: a new position, a begin, a resume
 * @param newestPosition the report time of the newest position
 * @param silence there while the driver is unreachable
 * @param kept what is stored; none if it has not been read yet
 */
record Sight(
        Optional<WorkStep> work,
        Instant contact,
        Instant newestPosition,
        Optional<Silence> silence,
        Optional<Kept> kept) {

    static final Sight NOTHING =
            new Sight(
                    Optional.empty(),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty());

    /** The contact that is stored, and at which sweep it was. */
    record Kept(Instant contact, long sweep) {}

    Sight after(WorkStep step) {
        if (work.isPresent() && !step.after(work.get())) {
            return this;
        }
        Sight next = new Sight(Optional.of(step), contact, newestPosition, silence, kept);
        return step.standing() == WorkStep.Standing.WORKING ? next.heard(step.time()) : next;
    }

    boolean isNew(Instant position) {
        return position.isAfter(newestPosition);
    }

    Sight reported(Instant position, Instant at) {
        return new Sight(work, contact, later(newestPosition, position), silence, kept).heard(at);
    }

    /**
     * With the silence that has become too long by now, if it has. A driver who works shall report; one who rests need not.
     *
     * @param watchedFrom what came before this instant may have been missed, so silence counts from it at the earliest
     */
    Sight judged(Instant now, Duration threshold, Instant watchedFrom) {
        boolean shallReport = silence.isEmpty() && work.filter(WorkStep::shallReport).isPresent();
        Instant due = later(contact, watchedFrom).plus(threshold);
        if (!shallReport || now.isBefore(due)) {
            return this;
        }
        return silent(new Silence(work.get().workId(), due, contact, false, Optional.empty()));
    }

    /** Another process told that the driver became unreachable; or this one, which knows it. */
    Sight toldUnreachable(WorkId workId, Instant since) {
        return silence.isPresent() ? this : silent(Silence.told(workId, since).heard(contact));
    }

    /** Another process told that the driver became reachable; or this one. */
    Sight toldReachable(Instant time) {
        boolean later = silence.filter(s -> s.since().isAfter(time)).isPresent();
        return later
                ? this
                : new Sight(work, later(contact, time), newestPosition, Optional.empty(), kept);
    }

    /** As the store has it. */
    Sight stored(Presence presence, long sweep) {
        return switch (presence) {
            case Presence.Reachable reachable ->
                    new Sight(
                            work,
                            later(contact, reachable.contact()),
                            later(newestPosition, reachable.newestPosition()),
                            silence.filter(s ->
                                    !s.told() && !reachable.contact().isAfter(s.lastContact())),
                            Optional.of(new Kept(reachable.contact(), sweep)));
            case Presence.Unreachable unreachable -> {
                Optional<Instant> ended = silence.flatMap(Silence::ended);
                Silence told = Silence.told(unreachable.workId(), unreachable.since());
                yield new Sight(
                        work,
                        contact,
                        later(newestPosition, unreachable.newestPosition()),
                        Optional.of(told.heard(ended.orElse(contact))),
                        Optional.of(new Kept(Instant.EPOCH, sweep)));
            }
        };
    }

    /** The store has nothing of this driver, so nobody was told of a silence. */
    Sight storedNothing(long sweep) {
        Optional<Silence> untold = silence.filter(s -> !s.told());
        return new Sight(
                work, contact, newestPosition, untold, Optional.of(new Kept(Instant.EPOCH, sweep)));
    }

    /** The work, while the driver is at it: works or rests. */
    Optional<WorkStep> present() {
        return work.filter(step -> step.standing() != WorkStep.Standing.ENDED);
    }

    private Sight heard(Instant at) {
        return new Sight(
                work, later(contact, at), newestPosition, silence.map(s -> s.heard(at)), kept);
    }

    private Sight silent(Silence found) {
        return new Sight(work, contact, newestPosition, Optional.of(found), kept);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
