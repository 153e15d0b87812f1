package dev.supporters.driver.profile;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import java.time.Instant;

/**
 * What an operator has decided on a signal of abuse about a membership.
 *
 * @param number which of the signal's decisions it is; 1 for the first
 * @param suspends whether the driver may not work; otherwise a suspension because of the signal is over
 */
public record MembershipDecision(
        String signalId,
        Product product,
        int number,
        boolean suspends,
        String actor,
        Instant time) {

    public MembershipDecision {
        requireNonNull(signalId);
        requireNonNull(product);
        requireNonNull(actor);
        requireNonNull(time);
    }

    ModeHistory.ModeSwitch change(ActivityMode mode, Instant now) {
        return new ModeHistory.ModeSwitch(product, mode, actor, signalId, now);
    }
}
