package dev.supporters.call.activity;

import static java.util.Objects.requireNonNull;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.time.Instant;

/** What happened to a supporter's command, by an event of commander. */
public record CommandEvent(
        CallId callId, String commandId, DriverId driverId, Instant time, Kind kind) {

    public CommandEvent {
        requireNonNull(callId);
        requireNonNull(commandId);
        requireNonNull(driverId);
        requireNonNull(time);
        requireNonNull(kind);
    }

    /** What happened. */
    public sealed interface Kind {}

    /** A driver was commanded. */
    public record Commanded(int etaSeconds) implements Kind {}

    /** The command was accepted. */
    public record Accepted() implements Kind {}

    /** The command was refused. */
    public record Refused(RefusalConsequence consequence) implements Kind {}

    /** The driver is with the customer. */
    public record Arrived() implements Kind {}

    /** The drive began. */
    public record PickedUp() implements Kind {}

    /** The drive is over. */
    public record Completed() implements Kind {}

    /** The engagement was ended from outside. */
    public record Cancelled(CancellationReason reason) implements Kind {}

    /** The command, as far as this event has it. */
    Command command() {
        int eta = kind instanceof Commanded commanded ? commanded.etaSeconds() : 0;
        return new Command(commandId, driverId, eta);
    }
}
