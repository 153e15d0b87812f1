package dev.supporters.work;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.shift.SlotClient;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Commander's slots; it can be down, and drivers can be on a drive. */
public final class FakeSlotClient implements SlotClient {

    private final Set<String> engaged = ConcurrentHashMap.newKeySet();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Set<String> faulty = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> lastEnds = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<String> between = ConcurrentHashMap.newKeySet();
    private boolean down;

    public void engage(String driverId) {
        engaged.add(driverId);
    }

    public void free(String driverId) {
        engaged.remove(driverId);
    }

    /** The driver is engaged from the next question on, but not yet when it is answered. */
    public void engagedBetween(String driverId) {
        between.add(driverId);
    }

    /** The driver's newest drive ended at a time. */
    public void driveEnded(String driverId, Instant time) {
        free(driverId);
        lastEnds.put(driverId, time);
    }

    /** The driver's slot cannot be closed, for a reason that no waiting mends. */
    public void broken(String driverId) {
        broken.add(driverId);
    }

    /** It can be closed again. */
    public void repaired(String driverId) {
        broken.remove(driverId);
    }

    /** Commander answers that it has an internal fault whenever the driver's slot is to be closed. */
    public void faulty(String driverId) {
        faulty.add(driverId);
    }

    public void down(boolean isDown) {
        down = isDown;
    }

    /** What was asked that changes a slot, like "pause d1 at 3". */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Optional<Instant> pause(DriverId driverId, WorkId workId, long version) {
        ask("pause " + driverId + " at " + version);
        if (engaged.contains(driverId.value())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DRIVER_ENGAGED, driverId.value(), "a free slot");
        }
        return Optional.ofNullable(lastEnds.get(driverId.value()));
    }

    @Override
    public void unpause(DriverId driverId, WorkId workId, long version) {
        ask("unpause " + driverId + " at " + version);
    }

    @Override
    public boolean engaged(DriverId driverId) {
        requireUp();
        boolean before = engaged.contains(driverId.value());
        if (between.remove(driverId.value())) {
            engage(driverId.value());
        }
        return before;
    }

    @Override
    public ClosedSlot closeSlot(DriverId driverId, WorkId workId) {
        ask("close " + driverId);
        if (broken.contains(driverId.value())) {
            throw new IllegalStateException("a slot that nobody can read");
        }
        if (faulty.contains(driverId.value())) {
            throw new Refusal(ErrorReason.ERROR_REASON_INTERNAL, "an internal fault", "an answer");
        }
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
