package dev.supporters.gateway.call;

import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commander with at most one command; may be down. */
final class FakeCommanderClient implements CommanderClient {

    final List<String> closed = new ArrayList<>();
    Optional<Command> command = Optional.empty();
    boolean down;

    @Override
    public Optional<Command> closeCall(CallId callId) {
        if (down) {
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "told so", "nothing");
        }
        if (command.isEmpty()) {
            closed.add(callId.value());
        }
        return command;
    }
}
