package dev.supporters.insight.night;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a command to a supporter. Its events may come in any order and more than once: what they come to is the same.
 *
 * @param workId the shift during which it was given
 * @param callId the call that it is about
 * @param acceptTime empty until it was accepted
 * @param bySilence whether silence accepted it
 * @param arriveTime when the driver was with the customer; empty until then
 * @param cancelled whether it was cancelled after it had been accepted
 * @param completed whether the drive was completed
 * @param newest the time of the newest event
 */
public record CommandFacts(
        WorkId workId,
        String callId,
        Optional<Instant> acceptTime,
        boolean bySilence,
        Optional<Instant> arriveTime,
        boolean cancelled,
        boolean completed,
        Instant newest) {

    public CommandFacts {
        requireNonNull(workId);
        requireNonNull(callId);
        requireNonNull(acceptTime);
        requireNonNull(arriveTime);
        requireNonNull(newest);
    }

    static CommandFacts nothing(WorkId workId, String callId) {
        return new CommandFacts(
                workId,
                callId,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                false,
                Instant.MIN);
    }

    CommandFacts with(ActivityEvent event) {
        Instant time = Timestamps.instant(event.getEventTime());
        return new CommandFacts(
                workId,
                callId,
                event.hasAccepted() ? Optional.of(time) : acceptTime,
                event.hasAccepted() ? event.getAccepted().getBySilence() : bySilence,
                event.hasArrived() ? Optional.of(time) : arriveTime,
                cancelled || (event.hasCancelled() && event.getCancelled().getAfterAcceptance()),
                completed || event.hasCompleted(),
                time.isAfter(newest) ? time : newest);
    }

    /** From the acceptance until the driver was with the customer. */
    Optional<Duration> pickup() {
        return acceptTime.flatMap(accepted ->
                arriveTime
                        .filter(arrived -> !arrived.isBefore(accepted))
                        .map(arrived -> Duration.between(accepted, arrived)));
    }

    /** How many facts: the more, the more was read. */
    int count() {
        return (acceptTime.isPresent() ? 1 : 0)
                + (arriveTime.isPresent() ? 1 : 0)
                + (cancelled ? 1 : 0)
                + (completed ? 1 : 0);
    }
}
