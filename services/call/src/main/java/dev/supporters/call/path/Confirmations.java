package dev.supporters.call.path;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Calls;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;

/** Tells commander, before a command is accepted, whether the call is still the command's. */
@ApplicationScoped
public class Confirmations {

    private final Calls calls;
    private final Clock clock;

    public Confirmations(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public boolean confirm(String callId, Command command) {
        return calls.change(callId, "", call -> PathRules.confirm(call, command, clock.instant()))
                .map(call -> PathRules.confirmed(call.value(), command.commandId()))
                .orElse(false);
    }
}
