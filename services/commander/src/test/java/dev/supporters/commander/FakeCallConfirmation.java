package dev.supporters.commander;

import dev.supporters.commander.slot.CallConfirmation;
import dev.supporters.commander.slot.Command;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** `call`, as a test wants it: agreeing, disagreeing or silent. */
public final class FakeCallConfirmation implements CallConfirmation {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean agrees = true;
    private volatile boolean down;

    @Override
    public boolean confirmed(Command command) {
        asked.add(command.commandId());
        if (down) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE, "call does not answer", "an answer");
        }
        return agrees;
    }

    public void agree(boolean yes) {
        agrees = yes;
    }

    public void down(boolean isDown) {
        down = isDown;
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }
}
