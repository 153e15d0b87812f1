package dev.supporters.move.proposal;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Place;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.move.v1.MoveSignalled;
import dev.supporters.proto.events.move.v1.RestAdvised;

import java.time.Instant;
import java.util.Optional;

/**
 * What a pipeline wants of a driver.
 *
 * @param model of the pipeline; may be empty
 * @param time when the pipeline decided it, if it says so
 */
public record MoveSignal(
        String moveId,
        Product product,
        Goal goal,
        Instant expireTime,
        String model,
        Optional<Instant> time) {

    public MoveSignal {
        requireNonNull(moveId);
        requireNonNull(product);
        requireNonNull(goal);
        requireNonNull(expireTime);
        requireNonNull(model);
        requireNonNull(time);
    }

    /** What the driver is asked to do. */
    public sealed interface Goal {}

    /** To go to a place. It has coordinates; name and address may be empty. */
    public record GoTo(Place destination) implements Goal {}

    /** To rest now. */
    public record Rest() implements Goal {}

    /** Refuses a signal that is out of its bounds: a topic has no entrance that checks them. */
    public static MoveSignal of(MoveSignalled signal) {
        FieldBoundsTable.check(signal);
        return new MoveSignal(
                signal.getMoveId(),
                signal.getProduct(),
                new GoTo(Place.of(signal.getDestination())),
                Timestamps.instant(signal.getExpireTime()),
                signal.getModel(),
                signal.hasSignalTime()
                        ? Optional.of(Timestamps.instant(signal.getSignalTime()))
                        : Optional.empty());
    }

    /** Refuses advice that is out of its bounds. */
    public static MoveSignal of(RestAdvised advice) {
        FieldBoundsTable.check(advice);
        return new MoveSignal(
                advice.getAdviceId(),
                advice.getProduct(),
                new Rest(),
                Timestamps.instant(advice.getExpireTime()),
                advice.getModel(),
                advice.hasSignalTime()
                        ? Optional.of(Timestamps.instant(advice.getSignalTime()))
                        : Optional.empty());
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(expireTime);
    }

    /** Whether it says that it was decided after an instant. */
    boolean decidedAfter(Instant instant) {
        return time.filter(instant::isBefore).isPresent();
    }

    /** Whether it was decided before another one; never, if one of them does not say when. */
    boolean olderThan(MoveSignal other) {
        return time.isPresent() && other.time.filter(time.get()::isBefore).isPresent();
    }
}
