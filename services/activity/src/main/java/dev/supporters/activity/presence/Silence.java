package dev.supporters.activity.presence;

import java.time.Instant;
import java.util.Optional;

/**
 * A driver's silence that lasted too long.
 *
 * @param workId the work within which it began
 * @param since from when on the driver counts as unreachable
 * @param lastContact what came last before
 * @param told whether it is stored, and so told
 * @param ended when a sign of life came
 */
record Silence(
        WorkId workId, Instant since, Instant lastContact, boolean told, Optional<Instant> ended) {

    static Silence told(WorkId workId, Instant since) {
        return new Silence(workId, since, Instant.EPOCH, true, Optional.empty());
    }

    Silence heard(Instant at) {
        if (ended.isPresent() || at.isBefore(since)) {
            return this;
        }
        return new Silence(workId, since, lastContact, told, Optional.of(at));
    }
}
