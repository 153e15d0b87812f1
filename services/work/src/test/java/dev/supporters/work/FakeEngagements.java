package dev.supporters.work;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.shift.Engagements;
import dev.supporters.work.shift.WorkId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Commander's slots; it can be down, and drivers can be on a drive. */
public final class FakeEngagements implements Engagements {

    private final Set<String> engaged = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private boolean down;

    public void engage(String driverId) {
        engaged.add(driverId);
    }

    public void free(String driverId) {
        engaged.remove(driverId);
    }

    public void down(boolean isDown) {
        down = isDown;
    }

    /** What was asked that changes a slot, like "pause d1". */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void pause(String driverId) {
        ask("pause " + driverId);
        if (engaged.contains(driverId)) {
            throw new Refusal(ErrorReason.ERROR_REASON_DRIVER_ENGAGED, driverId, "a free slot");
        }
    }

    @Override
    public void unpause(String driverId) {
        ask("unpause " + driverId);
    }

    @Override
    public boolean engaged(String driverId) {
        requireUp();
        return engaged.contains(driverId);
    }

    @Override
    public boolean closeSlot(String driverId, WorkId workId) {
        ask("close " + driverId);
        return engaged.contains(driverId);
    }

    private void ask(String what) {
        requireUp();
        asked.add(what);
    }

    private void requireUp() {
        if (down) {
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "commander", "an answer");
        }
    }
}
