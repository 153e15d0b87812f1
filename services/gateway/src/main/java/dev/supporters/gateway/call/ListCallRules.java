package dev.supporters.gateway.call;

import dev.supporters.contract.Position;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Around which place a driver sees the open calls: where the driver's app has reported that the driver is, not where a request says. So
 * nobody searches a city for calls from home.
 *
 * @param longest an older position is not known
 * @param toleranceMeters so far from the last position a request is believed
 * @param withoutPosition who may look without a position that is known
 */
public record ListCallRules(
        Duration longest, int toleranceMeters, WithoutPosition withoutPosition) {

    /** Whom a request is believed of whom no position is known. */
    public enum WithoutPosition {
        /** Nobody. */
        NOBODY,
        /** Members of the supporters group. Of all others the position is all that says that they are on duty. */
        MEMBERS,
        /** Every driver with a profile: for apps of commission drivers that do not report positions. */
        ALL
    }

    /** Where a driver was last, and when. */
    public record LastPosition(Position position, Instant time) {}

    /**
     * The point around which calls are searched.
     *
     * @param reported whether it is the last reported position, because what the request says is too far from it
     */
    public record SearchPoint(Position position, boolean reported) {}

    /**
     * @param said where the driver is by the request
     * @param last empty if no position is known
     * @param member whether the driver is a member of the supporters group
     */
    public SearchPoint around(
            Position said, Optional<LastPosition> last, boolean member, Instant now) {
        Optional<Position> known =
                last.filter(position -> !position.time().isBefore(now.minus(longest)))
                        .map(LastPosition::position);
        if (known.isEmpty()) {
            mayLookWithoutPosition(member);
            return new SearchPoint(said, false);
        }
        return known.get().metersTo(said) <= toleranceMeters
                ? new SearchPoint(said, false)
                : new SearchPoint(known.get(), true);
    }

    /** Supporters at work, also those who rest or end after a drive, are commanded: they choose no calls beside that. */
    public static void requireNoOpenShift(Optional<Work> newest) {
        newest.filter(shift -> shift.getState() != WorkState.WORK_STATE_ENDED)
                .ifPresent(shift -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_AT_WORK,
                            "a shift on " + shift.getBusinessDate(),
                            "none, or one that has ended");
                });
    }

    private void mayLookWithoutPosition(boolean member) {
        boolean may =
                switch (withoutPosition) {
                    case NOBODY -> false;
                    case MEMBERS -> member;
                    case ALL -> true;
                };
        if (!may) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_POSITION_UNKNOWN,
                    "position: not known",
                    "one that was reported within the last " + longest.toMinutes() + " minutes");
        }
    }
}
