package dev.supporters.legacy.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.legacy.dispatch.DispatchConflict.Kind;

/** Whether a step meets a conflict. */
final class DispatchConflicts {

    private DispatchConflicts() {}

    static boolean done(Runnable step) {
        try {
            step.run();
            return true;
        } catch (DispatchConflict conflict) {
            return false;
        }
    }

    static void assertConflict(Runnable step, Kind kind) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        DispatchConflict.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(kind));
    }
}
