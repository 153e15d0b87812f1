package dev.supporters.move.proposal;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Place;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.move.v1.MoveSignalled;

import java.time.Instant;

/**
 * What a pipeline wants of a driver.
 *
 * @param destination with coordinates; name and address may be empty
 * @param model of the pipeline; may be empty
 */
public record MoveSignal(
        String moveId, Product product, Place destination, Instant expireTime, String model) {

    public MoveSignal {
        requireNonNull(moveId);
        requireNonNull(product);
        requireNonNull(destination);
        requireNonNull(expireTime);
        requireNonNull(model);
    }

    /** Refuses a signal that is out of its bounds: a topic has no entrance that checks them. */
    public static MoveSignal of(MoveSignalled signal) {
        FieldBoundsTable.check(signal);
        return new MoveSignal(
                signal.getMoveId(),
                signal.getProduct(),
                Place.of(signal.getDestination()),
                Timestamps.instant(signal.getExpireTime()),
                signal.getModel());
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(expireTime);
    }
}
