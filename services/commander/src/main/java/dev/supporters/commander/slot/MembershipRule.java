package dev.supporters.commander.slot;

import dev.supporters.contract.Memberships;
import dev.supporters.platform.store.Change;

import java.util.Optional;

/**
 * How a slot follows its driver's memberships. Without one for the product of the shift no further command is given; a command or drive
 * that is under way goes on.
 */
public final class MembershipRule {

    private MembershipRule() {}

    /**
     * The slot that knows them; nothing if it knows newer ones. There is a slot even before the driver's first shift, whose begin may
     * be read later.
     */
    public static Optional<Change<Slot>> apply(Optional<Slot> slot, Memberships told) {
        Slot found = slot.orElseGet(() -> Slot.neverWorked(told.driverId()));
        return found.header().memberships().filter(known -> !told.after(known)).isPresent()
                ? Optional.empty()
                : Optional.of(Change.to(found.with(found.header().with(told))));
    }
}
