package dev.supporters.activity.presence;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.refusal.Refusal;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Takes the drivers' reports and looks out for silence. Reports change memory only; the sweep stores what has to last. So a report
 * never waits for the store.
 */
@ApplicationScoped
public class Lookout {

    private static final Logger LOG = Logger.getLogger(Lookout.class);
    private static final int MOST_POSITIONS = 100;
    private static final Duration MOST_AHEAD = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final Map<DriverId, Sight> sights = new ConcurrentHashMap<>();
    private final AtomicLong sweeps = new AtomicLong();
    private final Presences presences;
    private final Thresholds thresholds;
    private final Events events;
    private final Clock clock;
    private final Instant watchedFrom;
    private final long sweepsBetweenKeeping;

    Lookout(
            Presences presences,
            Thresholds thresholds,
            Events events,
            Clock clock,
            ActivityConfig config) {
        this.presences = presences;
        this.thresholds = thresholds;
        this.events = events;
        this.clock = clock;
        watchedFrom = clock.instant();
        sweepsBetweenKeeping =
                Math.ceilDiv(config.keepEvery().toMillis(), config.sweepEvery().toMillis());
    }

    /** Takes positions, and tells those that are newer than all before; how many. */
    public int report(DriverId driverId, List<Position> positions) {
        Instant now = clock.instant();
        requireBounds(positions, now);
        List<Position> taken = new ArrayList<>();
        Sight after =
                update(
                        driverId,
                        known -> {
                            Sight sight = judged(known, now);
                            for (Position position : positions) {
                                if (sight.isNew(position.time())) {
                                    taken.add(position);
                                    sight = sight.reported(position.time(), now);
                                }
                            }
                            return sight;
                        });
        String workId = after.present().map(step -> step.workId().value()).orElse("");
        taken.forEach(
                position -> events.publish(PresenceEvents.reported(driverId, workId, position)));
        return taken.size();
    }

    /** The work topic told something. */
    public void note(DriverId driverId, WorkStep step) {
        update(driverId, sight -> judged(sight, step.time()).after(step));
    }

    /** A position was told, by this process or another; when it came is not known, but not before it was taken. */
    public void notePosition(DriverId driverId, Instant time) {
        Instant now = clock.instant();
        Instant at = time.isAfter(now) ? now : time;
        update(driverId, sight -> sight.isNew(time) ? sight.reported(time, at) : sight);
    }

    /** It was told that a driver became unreachable. */
    public void noteUnreachable(DriverId driverId, WorkId workId, Instant since) {
        update(driverId, sight -> sight.toldUnreachable(workId, since));
    }

    /** It was told that a driver became reachable. */
    public void noteReachable(DriverId driverId, Instant time) {
        update(driverId, sight -> sight.toldReachable(time));
    }

    /** Says who has become unreachable or reachable, and stores what has to last. */
    public void sweep() {
        long sweep = sweeps.incrementAndGet();
        Instant now = clock.instant();
        readUnread(sweep);
        sights.keySet().forEach(driverId -> sweep(driverId, now, sweep));
        sights.values().removeIf(sight -> isForgotten(sight, now));
    }

    private void sweep(DriverId driverId, Instant now, long sweep) {
        Sight sight = update(driverId, known -> judged(known, now));
        if (sight.silence().filter(silence -> !silence.told()).isPresent()) {
            LOG.debugf("driver is unreachable driverId=%s", driverId);
            sight =
                    store(
                            driverId,
                            presences.lost(driverId, sight.silence().get(), sight.newestPosition()),
                            sweep);
        }
        Optional<Instant> ended = sight.silence().flatMap(Silence::ended);
        if (ended.isPresent()) {
            LOG.debugf("driver is reachable again driverId=%s", driverId);
            Optional<WorkId> atWork = sight.present().map(WorkStep::workId);
            store(
                    driverId,
                    presences.found(driverId, atWork, ended.get(), sight.newestPosition()),
                    sweep);
            return;
        }
        if (sight.silence().isEmpty() && sight.present().isPresent() && isToBeKept(sight, sweep)) {
            WorkId workId = sight.present().get().workId();
            store(
                    driverId,
                    presences.keep(driverId, workId, sight.contact(), sight.newestPosition()),
                    sweep);
        }
    }

    private Sight judged(Sight sight, Instant now) {
        return sight.work()
                .map(work -> sight.judged(now, thresholds.of(work), watchedFrom))
                .orElse(sight);
    }

    private static boolean isForgotten(Sight sight, Instant now) {
        return sight.present().isEmpty() && sight.contact().plus(FORGOTTEN_AFTER).isBefore(now);
    }

    private boolean isToBeKept(Sight sight, long sweep) {
        return sight.kept()
                .filter(kept ->
                        sight.contact().isAfter(kept.contact())
                                && sweep - kept.sweep() >= sweepsBetweenKeeping)
                .isPresent();
    }

    private void readUnread(long sweep) {
        List<DriverId> unread =
                sights.entrySet().stream()
                        .filter(entry -> entry.getValue().kept().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
        if (unread.isEmpty()) {
            return;
        }
        Map<String, Presence> found = presences.findAll(unread);
        unread.forEach(driverId ->
                store(driverId, Optional.ofNullable(found.get(driverId.value())), sweep));
    }

    private Sight store(DriverId driverId, Optional<Presence> presence, long sweep) {
        return update(
                driverId,
                sight ->
                        presence.map(stored -> sight.stored(stored, sweep))
                                .orElseGet(() -> sight.storedNothing(sweep)));
    }

    private Sight update(DriverId driverId, UnaryOperator<Sight> change) {
        return sights.compute(
                driverId, (id, known) -> change.apply(known == null ? Sight.NOTHING : known));
    }

    private static void requireBounds(List<Position> positions, Instant now) {
        if (positions.isEmpty() || positions.size() > MOST_POSITIONS) {
            throw Refusal.invalid(
                    "positions", positions.size() + " positions", "1 to " + MOST_POSITIONS);
        }
        Instant latest = now.plus(MOST_AHEAD);
        for (Position position : positions) {
            if (position.time().isAfter(latest)) {
                throw Refusal.invalid(
                        "positions.report_time", position.time(), "not after " + latest);
            }
        }
    }
}
