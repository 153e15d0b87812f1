package dev.supporters.commander;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** That something is refused, and why. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(ErrorReason reason, ThrowingCallable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action)
                .extracting(Refusal::reason)
                .isEqualTo(reason);
    }
}
