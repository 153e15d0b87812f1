package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.access.Viewer;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.time.InstantSource;

/** A viewer for as long as his token is valid. */
record Session(Viewer viewer, Instant until, InstantSource time) {

    /** The viewer, or UNAUTHENTICATED once the token has expired: asked before each look of a subscription. */
    Viewer valid() {
        if (time.instant().isAfter(until)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                    "a token that expired",
                    "a valid token");
        }
        return viewer;
    }
}
