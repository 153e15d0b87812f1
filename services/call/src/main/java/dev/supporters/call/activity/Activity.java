package dev.supporters.call.activity;

import static java.util.Objects.requireNonNull;

import dev.supporters.call.life.Assignee.Command;

import java.time.Instant;

/** What commander tells of a call. */
public record Activity(
        String callId, String commandId, String driverId, Instant time, Happening happening) {

    public Activity {
        requireNonNull(callId);
        requireNonNull(commandId);
        requireNonNull(driverId);
        requireNonNull(time);
        requireNonNull(happening);
    }

    /** The command as far as this tells of it. */
    Command command() {
        int eta = happening instanceof Happening.Commanded commanded ? commanded.etaSeconds() : 0;
        return new Command(commandId, driverId, eta);
    }
}
