package dev.supporters.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects refusals. */
public final class Refused {

    private Refused() {}

    public static void refused(ErrorReason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    /** With what was found, and what was expected instead. */
    public static void refused(
            ErrorReason reason, String offending, String expected, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            assertThat(refusal.offending()).isEqualTo(offending);
                            assertThat(refusal.expected()).isEqualTo(expected);
                        });
    }
}
