package dev.supporters.gateway.access;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** A principal for as long as the token is valid. */
public record Session(Principal principal, Instant until, InstantSource time) {

    private static final ScopedValue<Principal> READS = ScopedValue.newInstance();

    /** Who reads on the present thread, outside of a request; empty for nobody. */
    public static Optional<Principal> reading() {
        return READS.isBound() ? Optional.of(READS.get()) : Optional.empty();
    }

    /** Reads for the principal; UNAUTHENTICATED once the token has expired. */
    public <T> T read(Function<Principal, T> read) {
        Principal reader = valid();
        return ScopedValue.where(READS, reader).call(() -> read.apply(reader));
    }

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
