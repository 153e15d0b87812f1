package dev.supporters.work;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.shift.SlotClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commander's slots; it can be down, and drivers can be on a drive. */
public final class FakeSlotClient implements SlotClient {

    private final Set<String> engaged = new HashSet<>();
    private final Map<String, Instant> lastEnds = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean down;

    public void engage(String driverId) {
        engaged.add(driverId);
    }

    public void free(String driverId) {
        engaged.remove(driverId);
    }

    /** The driver's newest drive ended at a time. */
    public void driveEnded(String driverId, Instant time) {
        free(driverId);
        lastEnds.put(driverId, time);
    }

    public void down(boolean isDown) {
        down = isDown;
    }

    /** What was asked that changes a slot, like "pause d1". */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void pause(DriverId driverId) {
        ask("pause " + driverId);
        if (engaged.contains(driverId.value())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DRIVER_ENGAGED, driverId.value(), "a free slot");
        }
    }

    @Override
    public void unpause(DriverId driverId) {
        ask("unpause " + driverId);
    }

    @Override
    public boolean engaged(DriverId driverId) {
        requireUp();
        return engaged.contains(driverId.value());
    }

    @Override
    public ClosedSlot closeSlot(DriverId driverId, WorkId workId) {
        ask("close " + driverId);
        return new ClosedSlot(
                engaged.contains(driverId.value()),
                Optional.ofNullable(lastEnds.get(driverId.value())));
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
