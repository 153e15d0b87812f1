package dev.supporters.activity.presence;

import dev.supporters.contract.Position;
import dev.supporters.contract.TravelLimit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a driver was last, and what was said since that no vehicle can have done. Who is said to be elsewhere for a minute, without a
 * contradiction, is there: the position before was the wrong one.
 *
 * @param last the newest position that was taken
 * @param doubted the first and the newest of the jumps that agree with each other
 */
public record KnownPlace(Optional<Fix> last, Optional<DoubtfulFixes> doubted) {

    static final KnownPlace NOWHERE = new KnownPlace(Optional.empty(), Optional.empty());

    /** So long jumps must agree before they are believed: less than the shortest usual time until a driver is unreachable. */
    static final Duration BELIEVED_AFTER = Duration.ofMinutes(1);

    /**
     * A place at an instant.
     *
     * @param time by our clock
     * @param reportTime by the phone's: what comes again has the same
     */
    public record Fix(Position position, Instant time, Instant reportTime) {

        boolean leadsTo(Fix next, TravelLimit limit) {
            return limit.allows(position, next.position, Duration.between(time, next.time));
        }
    }

    public record DoubtfulFixes(Fix first, Fix newest) {}

    /** Whether the driver can be there. */
    boolean allows(Fix next, TravelLimit limit) {
        return last.isEmpty() || last.get().leadsTo(next, limit) || believed(next, limit);
    }

    /** Whether nothing was taken at the instant or later, by our clock. */
    boolean before(Instant time) {
        return last.filter(fix -> !fix.time().isBefore(time)).isEmpty();
    }

    KnownPlace taken(Fix next) {
        return new KnownPlace(Optional.of(next), Optional.empty());
    }

    KnownPlace doubting(Fix jump, TravelLimit limit) {
        Fix first =
                doubted.filter(doubt -> doubt.newest().leadsTo(jump, limit))
                        .map(DoubtfulFixes::first)
                        .orElse(jump);
        return new KnownPlace(last, Optional.of(new DoubtfulFixes(first, jump)));
    }

    private boolean believed(Fix next, TravelLimit limit) {
        return doubted.filter(doubt -> doubt.newest().leadsTo(next, limit))
                .map(doubt -> Duration.between(doubt.first().reportTime(), next.reportTime()))
                .filter(agreed -> agreed.compareTo(BELIEVED_AFTER) >= 0)
                .isPresent();
    }
}
