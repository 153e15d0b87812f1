package dev.supporters.commander.engagement;

import dev.supporters.commander.slot.Applied;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.PauseRule;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.Slots;
import dev.supporters.commander.slot.WorkNews;
import dev.supporters.commander.slot.WorkRule;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Optional;

/** Keeps slots in step with their works. */
@ApplicationScoped
public class Working {

    private static final Logger LOG = Logger.getLogger(Working.class);

    private final Slots slots;

    public Working(Slots slots) {
        this.slots = slots;
    }

    /** Something happened to a work. */
    public void heard(WorkNews news) {
        Optional<Applied> applied =
                slots.change(news.driverId(), (slot, version) -> WorkRule.apply(slot, news));
        LOG.debugf(
                "work heard of driverId=%s workId=%s version=%d changed=%s",
                news.driverId().value(),
                news.workId(),
                news.version(),
                applied.map(Applied::changed).orElse(false));
    }

    /** A rest begins. */
    public Versioned<Slot> pause(DriverId driverId) {
        return slots.change(driverId, (slot, version) -> PauseRule.pause(slot))
                .orElseThrow()
                .slot();
    }

    /** A rest ends. */
    public Versioned<Slot> unpause(DriverId driverId) {
        return slots.change(driverId, (slot, version) -> PauseRule.unpause(slot))
                .orElseThrow()
                .slot();
    }

    /** Closes the slot of a work. Answers whether the driver is engaged, so that it closes later by itself. */
    public boolean close(DriverId driverId, String workId) {
        Optional<Slot> slot =
                slots.change(driverId, (current, version) -> PauseRule.close(current, workId))
                        .map(Applied::value);
        return PauseRule.engaged(slot, workId);
    }

    /** The slot now; off where there never was one. */
    public Versioned<Slot> slot(DriverId driverId) {
        return slots.find(driverId)
                .orElseGet(() -> new Versioned<>(driverId.value(), 0, Slot.never(driverId), false));
    }
}
