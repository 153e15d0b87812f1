package dev.supporters.commander.slot;

import dev.supporters.platform.store.Versioned;

/**
 * A slot after a decision.
 *
 * @param changed whether the decision changed it, or found nothing to change
 */
public record Applied(Versioned<Slot> slot, boolean changed) {

    public Slot value() {
        return slot.value();
    }
}
