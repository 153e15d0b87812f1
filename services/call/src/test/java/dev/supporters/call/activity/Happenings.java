package dev.supporters.call.activity;

import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.life.Call;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.time.Instant;
import java.util.Optional;

/** What drivers do, as a call hears of it. */
final class Happenings {

    static final Instant LATER = NOW.plusSeconds(60);

    private Happenings() {}

    static Call apply(Call call, Happening happening) {
        Optional<Call> next = ActivityRules.apply(call, activity("c1", happening));
        return next.orElseThrow();
    }

    static void assertNothing(Call call, Happening happening) {
        assertThat(ActivityRules.apply(call, activity("c1", happening)))
                .as("%s %s", call.state(), happening)
                .isEmpty();
    }

    static Activity activity(String commandId, Happening happening) {
        return new Activity(ID, commandId, DRIVER, LATER, happening);
    }

    static Happening refused(RefusalConsequence consequence) {
        return new Happening.Refused(consequence);
    }

    static Happening cancelled(CancellationReason reason) {
        return new Happening.Cancelled(reason);
    }
}
