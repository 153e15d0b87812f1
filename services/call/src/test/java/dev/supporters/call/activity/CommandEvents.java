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
final class CommandEvents {

    static final Instant LATER = NOW.plusSeconds(60);

    private CommandEvents() {}

    static Call apply(Call call, CommandEvent.Kind kind) {
        Optional<Call> next = CommandEventRules.apply(call, event("c1", kind));
        return next.orElseThrow();
    }

    static void assertNothing(Call call, CommandEvent.Kind kind) {
        assertThat(CommandEventRules.apply(call, event("c1", kind)))
                .as("%s %s", call.state(), kind)
                .isEmpty();
    }

    static CommandEvent event(String commandId, CommandEvent.Kind kind) {
        return new CommandEvent(ID, commandId, DRIVER, LATER, kind);
    }

    static CommandEvent.Kind refused(RefusalConsequence consequence) {
        return new CommandEvent.Refused(consequence);
    }

    static CommandEvent.Kind cancelled(CancellationReason reason) {
        return new CommandEvent.Cancelled(reason);
    }
}
