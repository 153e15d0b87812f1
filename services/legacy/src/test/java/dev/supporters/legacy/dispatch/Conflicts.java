package dev.supporters.legacy.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.legacy.dispatch.Conflict.Kind;

/** Whether a step meets a conflict. */
final class Conflicts {

    private Conflicts() {}

    static boolean done(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Conflict conflict) {
            return false;
        }
    }

    static void assertConflict(Runnable step, Kind kind) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.kind()).isEqualTo(kind));
    }
}
