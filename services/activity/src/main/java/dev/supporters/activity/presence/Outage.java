package dev.supporters.activity.presence;

import dev.supporters.contract.WorkId;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which nothing came from a driver for too long.
 *
 * @param workId the shift in which it began
 * @param since from when on the driver counts as unreachable
 * @param lastContact the last contact before it
 * @param published whether it is stored, and so published
 * @param ended when the next contact came
 */
record Outage(
        WorkId workId,
        Instant since,
        Instant lastContact,
        boolean published,
        Optional<Instant> ended) {

    static Outage published(WorkId workId, Instant since) {
        return new Outage(workId, since, Instant.EPOCH, true, Optional.empty());
    }

    /** The first contact that is not before it ends it. */
    Outage withContact(Instant at) {
        if (ended.isPresent() || at.isBefore(since)) {
            return this;
        }
        return new Outage(workId, since, lastContact, published, Optional.of(at));
    }
}
