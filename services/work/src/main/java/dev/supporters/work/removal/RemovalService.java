package dev.supporters.work.removal;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.work.begin.MembershipClient;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftDetails;
import dev.supporters.work.shift.ShiftRepository;
import dev.supporters.work.shift.ShiftRules;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Ends the shifts of drivers who were removed from the supporters group: at once, or with the call that they are on. Whoever has only
 * switched the activity mode off rests ({@link dev.supporters.work.shift.ActivityModeService}).
 */
@ApplicationScoped
public class RemovalService {

    private static final Logger LOG = Logger.getLogger(RemovalService.class);

    private final AggregateStore<Shift> store;
    private final ShiftRepository shifts;
    private final MembershipClient memberships;
    private final Clock clock;

    public RemovalService(
            AggregateStore<Shift> store,
            ShiftRepository shifts,
            MembershipClient memberships,
            Clock clock) {
        this.store = store;
        this.shifts = shifts;
        this.memberships = memberships;
        this.clock = clock;
    }

    /**
     * A profile has changed. Refused: UNAVAILABLE when driver does not answer.
     *
     * @param memberOf the products in whose groups the driver is, whatever the mode
     */
    public void profileChanged(DriverId driverId, Set<Product> memberOf, String eventId) {
        Set<Product> others = EnumSet.allOf(Product.class);
        others.removeAll(memberOf);
        others.removeAll(Set.of(Product.PRODUCT_UNSPECIFIED, Product.UNRECOGNIZED));
        for (Product product : others) {
            shifts.newest(driverId, product)
                    .filter(found -> found.value().open())
                    .filter(found -> isRemoved(found.value().details()))
                    .ifPresent(found -> askRemoval(found, eventId));
        }
    }

    /** An event may come late, or again: what counts is what driver says now. */
    private boolean isRemoved(ShiftDetails details) {
        return memberships.find(details.driverId(), details.product()).isEmpty();
    }

    private void askRemoval(Versioned<Shift> open, String eventId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Versioned<Shift>> asking =
                store.react(
                        open.id(),
                        eventId,
                        (current, version) ->
                                current.flatMap(shift -> ShiftRules.askRemoval(shift, eventId, now))
                                        .map(Change::to));
        asking.filter(shift -> shift.value().open())
                .ifPresent(shift ->
                        LOG.infof("shift ends as its driver was removed workId=%s", shift.id()));
    }
}
