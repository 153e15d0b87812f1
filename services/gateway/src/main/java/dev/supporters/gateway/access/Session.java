package dev.supporters.gateway.access;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** A principal for as long as the token is valid, or the one that follows it: a subscription outlasts its first token. */
public final class Session {

    private static final ScopedValue<Principal> READS = ScopedValue.newInstance();

    private final InstantSource time;
    private volatile ValidPrincipal present;

    public Session(Principal principal, Instant until, InstantSource time) {
        this.time = time;
        present = new ValidPrincipal(principal, until);
    }

    private record ValidPrincipal(Principal principal, Instant until) {}

    /** Who reads on the present thread, outside of a request; empty for nobody. */
    public static Optional<Principal> reading() {
        return READS.isBound() ? Optional.of(READS.get()) : Optional.empty();
    }

    /** Who it is, by the newest token. */
    public Principal principal() {
        return present.principal();
    }

    /** When the newest token expires. */
    public Instant until() {
        return present.until();
    }

    /** Reads for the principal; UNAUTHENTICATED once the token has expired. */
    public <T> T read(Function<Principal, T> read) {
        Principal reader = valid();
        return ScopedValue.where(READS, reader).call(() -> read.apply(reader));
    }

    /** Whether the token has expired. */
    public boolean expired() {
        return !time.instant().isBefore(until());
    }

    /** The principal; UNAUTHENTICATED once the token has expired. A subscription asks before each read. */
    public Principal valid() {
        ValidPrincipal asking = present;
        if (!time.instant().isBefore(asking.until())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                    "a token that expired",
                    "a valid token");
        }
        return asking.principal();
    }

    /** Goes on with another token of the same subject, with its roles; PERMISSION_DENIED for one of somebody else. */
    public void renew(Session another) {
        ValidPrincipal next = another.present;
        if (!next.principal().id().equals(principal().id())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_PERMISSION_DENIED,
                    "a token of somebody else",
                    "one of the same subject");
        }
        present = next;
    }
}
