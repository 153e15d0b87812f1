package dev.supporters.gateway.access;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.time.InstantSource;

/** A principal for as long as the token is valid. */
public record Session(Principal principal, Instant until, InstantSource time) {

    /** The principal; UNAUTHENTICATED once the token has expired. A subscription asks before each read. */
    public Principal valid() {
        if (time.instant().isAfter(until)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                    "a token that expired",
                    "a valid token");
        }
        return principal;
    }
}
