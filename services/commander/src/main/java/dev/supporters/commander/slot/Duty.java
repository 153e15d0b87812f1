package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/**
 * The work that a slot belongs to.
 *
 * @param beginTime when it began; the work that began later is the newer one
 * @param until when its window ends
 * @param version the newest version of the work that was heard of
 * @param closing takes no new command any more
 */
public record Duty(
        String workId,
        Product product,
        Instant beginTime,
        Instant until,
        long version,
        boolean closing) {

    /** Of a driver who never worked. */
    public static final Duty NONE =
            new Duty("", Product.PRODUCT_UNSPECIFIED, Instant.EPOCH, Instant.EPOCH, 0, true);

    public Duty {
        requireNonNull(workId);
        requireNonNull(product);
        requireNonNull(beginTime);
        requireNonNull(until);
    }

    /** Whether commands may be given within it. */
    public boolean open(Instant now) {
        return !closing && now.isBefore(until);
    }

    Duty closed() {
        return new Duty(workId, product, beginTime, until, version, true);
    }

    Duty at(long newer) {
        return new Duty(workId, product, beginTime, until, newer, closing);
    }
}
