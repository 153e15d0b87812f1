package dev.supporters.activity.presence;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.TravelLimit;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.event.Events;
import dev.supporters.proto.activity.v1.PositionProblem;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Takes the drivers' reports and finds drivers who do not report. Reports change memory only, and the sweep stores what must outlast
 * the process. So a report never waits for the store.
 */
@ApplicationScoped
public class PresenceMonitor {

    private static final Logger LOG = Logger.getLogger(PresenceMonitor.class);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final Map<DriverId, ObservedPresence> observed = new ConcurrentHashMap<>();
    private final AtomicLong sweeps = new AtomicLong();
    private final PresenceRepository presences;
    private final OutageThresholds thresholds;
    private final Events events;
    private final Clock clock;
    private final TravelLimit limit;
    private final RejectedPositionMetrics metrics;
    private final Instant watchedFrom;
    private final long sweepsBetweenKeeping;

    PresenceMonitor(
            PresenceRepository presences,
            OutageThresholds thresholds,
            Events events,
            Clock clock,
            RejectedPositionMetrics metrics,
            ActivityConfig config) {
        this.presences = presences;
        this.thresholds = thresholds;
        this.events = events;
        this.clock = clock;
        this.metrics = metrics;
        limit = new TravelLimit(config.fastestKmh());
        watchedFrom = clock.instant();
        sweepsBetweenKeeping =
                Math.ceilDiv(config.keepEvery().toMillis(), config.sweepEvery().toMillis());
    }

    /** What came of a report: how many positions were taken, and which were not. */
    public record Receipt(int taken, List<Report.Rejected> rejected) {

        public Receipt {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * Takes the positions that are newer than all before and can be true, and publishes them with their times by our clock. The others
     * move nobody and are no contact.
     */
    public Receipt report(DriverId driverId, List<ReportedPosition> positions) {
        Instant now = clock.instant();
        Report report = new Report(positions, now);
        List<KnownPlace.Fix> taken = new ArrayList<>();
        List<Report.Rejected> rejected = new ArrayList<>(report.rejected());
        ObservedPresence after =
                update(
                        driverId,
                        known -> {
                            ObservedPresence next = checked(known, now);
                            for (Report.CandidatePosition candidate : report.candidates()) {
                                Optional<PositionProblem> problem =
                                        next.problem(candidate.fix(), limit);
                                if (problem.isEmpty()) {
                                    taken.add(candidate.fix());
                                    next = next.reported(candidate.fix(), now);
                                } else {
                                    rejected.add(
                                            new Report.Rejected(candidate.index(), problem.get()));
                                    if (problem.get() == PositionProblem.POSITION_PROBLEM_JUMP) {
                                        next = next.doubting(candidate.fix(), limit);
                                    }
                                }
                            }
                            return next.newestNotAfter(now);
                        });
        Optional<WorkId> workId = after.present().map(WorkStep::workId);
        taken.forEach(fix -> events.publish(PresenceEvents.reported(driverId, workId, fix)));
        rejected.forEach(metrics::count);
        rejected.sort(Comparator.comparingInt(Report.Rejected::index));
        return new Receipt(taken.size(), rejected);
    }

    /** Where a driver was last; empty if nobody has told within a day. */
    public Optional<KnownPlace.Fix> lastPlace(DriverId driverId) {
        return Optional.ofNullable(observed.get(driverId)).flatMap(known -> known.place().last());
    }

    /** After an event of the work topic. */
    public void apply(WorkStep step) {
        update(step.driverId(), known -> checked(known, step.time()).after(step));
    }

    /** After the event of a position that any process took. When it came is not known, but not before its time by our clock. */
    public void applyPosition(DriverId driverId, KnownPlace.Fix fix) {
        update(
                driverId,
                known ->
                        known.isNew(fix) && known.place().before(fix.time())
                                ? known.reported(fix, fix.time()).newestNotAfter(fix.time())
                                : known);
    }

    /** After the event that a driver became unreachable. */
    public void applyUnreachable(DriverId driverId, WorkId workId, Instant since) {
        update(driverId, known -> known.afterUnreachable(workId, since));
    }

    /** After the event that a driver became reachable. */
    public void applyReachable(DriverId driverId, Instant time) {
        update(driverId, known -> known.afterReachable(time));
    }

    /** Decides who has become unreachable or reachable, and stores what must outlast the process. */
    public void sweep() {
        long sweep = sweeps.incrementAndGet();
        Instant now = clock.instant();
        readUnread(sweep);
        observed.keySet().forEach(driverId -> sweep(driverId, now, sweep));
        observed.values().removeIf(known -> isForgotten(known, now));
    }

    private void sweep(DriverId driverId, Instant now, long sweep) {
        ObservedPresence known = update(driverId, before -> checked(before, now));
        Optional<Outage> unpublished = known.outage().filter(outage -> !outage.published());
        if (unpublished.isPresent()) {
            LOG.debugf("driver is unreachable driverId=%s", driverId);
            known =
                    store(
                            driverId,
                            presences.markUnreachable(
                                    driverId, unpublished.get(), known.newestPosition()),
                            sweep);
        }
        Optional<Instant> ended = known.outage().flatMap(Outage::ended);
        if (ended.isPresent()) {
            LOG.debugf("driver is reachable again driverId=%s", driverId);
            Optional<WorkId> atWork = known.present().map(WorkStep::workId);
            store(
                    driverId,
                    presences.markReachable(driverId, atWork, ended.get(), known.newestPosition()),
                    sweep);
            return;
        }
        if (known.outage().isEmpty() && known.present().isPresent() && isToBeKept(known, sweep)) {
            WorkId workId = known.present().get().workId();
            store(
                    driverId,
                    presences.keepContact(
                            driverId, workId, known.contact(), known.newestPosition()),
                    sweep);
        }
    }

    private ObservedPresence checked(ObservedPresence known, Instant now) {
        return known.work()
                .map(work -> known.checked(now, thresholds.of(work), watchedFrom))
                .orElse(known);
    }

    private static boolean isForgotten(ObservedPresence known, Instant now) {
        return known.present().isEmpty() && known.contact().plus(FORGOTTEN_AFTER).isBefore(now);
    }

    private boolean isToBeKept(ObservedPresence known, long sweep) {
        return known.kept()
                .filter(kept ->
                        known.contact().isAfter(kept.contact())
                                && sweep - kept.sweep() >= sweepsBetweenKeeping)
                .isPresent();
    }

    private void readUnread(long sweep) {
        List<DriverId> unread =
                observed.entrySet().stream()
                        .filter(entry -> entry.getValue().kept().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
        if (unread.isEmpty()) {
            return;
        }
        Map<DriverId, Presence> found = presences.findAll(unread);
        unread.forEach(
                driverId -> store(driverId, Optional.ofNullable(found.get(driverId)), sweep));
    }

    private ObservedPresence store(DriverId driverId, Optional<Presence> presence, long sweep) {
        return update(
                driverId,
                known ->
                        presence.map(stored -> known.withStored(stored, sweep))
                                .orElseGet(() -> known.withNothingStored(sweep)));
    }

    private ObservedPresence update(DriverId driverId, UnaryOperator<ObservedPresence> change) {
        return observed.compute(
                driverId,
                (id, known) -> change.apply(known == null ? ObservedPresence.NOTHING : known));
    }
}
