package dev.supporters.work.shift;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How shifts follow their drivers' activity modes. Whoever is switched off gets no command, so he or she rests, from that time on or from the
 * end of the drive on; whoever is switched on again works again, unless the driver had taken the rest.
 */
@ApplicationScoped
public class ActivityModeService {

    private static final Logger LOG = Logger.getLogger(ActivityModeService.class);

    private final AggregateStore<Shift> store;
    private final ShiftRepository shifts;
    private final AskedChanges asked;
    private final Clock clock;

    public ActivityModeService(
            AggregateStore<Shift> store, ShiftRepository shifts, AskedChanges asked, Clock clock) {
        this.store = store;
        this.shifts = shifts;
        this.asked = asked;
        this.clock = clock;
    }

    /**
     * A profile says which mode the driver is in.
     *
     * @param told its time is when the profile changed; a clock that is ahead does not count
     */
    public void modeTold(DriverId driverId, Product product, KnownMode told, String eventId) {
        shifts.newest(driverId, product)
                .filter(found -> found.value().open())
                .ifPresent(found -> modeTold(found, told, eventId));
    }

    /** The same for a shift that has just begun. */
    public void modeTold(Versioned<Shift> open, KnownMode told, String eventId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        KnownMode known =
                told.since().isAfter(now) ? new KnownMode(told.version(), told.off(), now) : told;
        AtomicBoolean resumes = new AtomicBoolean();
        store.react(
                        open.id(),
                        eventId,
                        (current, version) -> {
                            Optional<Change<Shift>> change =
                                    current.flatMap(shift ->
                                            ShiftRules.modeTold(shift, known, eventId, now)
                                                    .map(next -> change(shift, next, version)));
                            resumes.set(
                                    change.filter(next -> !next.events().isEmpty()).isPresent());
                            return change;
                        })
                .filter(after -> resumes.get())
                .ifPresent(asked::unpause);
    }

    private static Change<Shift> change(Shift before, Shift next, long version) {
        LOG.infof("activity mode changed workId=%s", next.details().id());
        return before instanceof Resting && next instanceof Working working
                ? WorkEvents.resumed(before, working, version, working.since())
                : Change.to(next);
    }
}
