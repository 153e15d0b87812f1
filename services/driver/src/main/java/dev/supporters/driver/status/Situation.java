package dev.supporters.driver.status;

import dev.supporters.proto.driver.v1.DispatchState;

import java.time.Instant;

/** What a driver does at present, and since when; the call is empty when there is none. */
public record Situation(
        DispatchState state, String callId, Instant beginTime, int completedDrives) {

    static final Situation NEVER_SEEN =
            new Situation(DispatchState.DISPATCH_STATE_UNSPECIFIED, "", Instant.EPOCH, 0);
}
