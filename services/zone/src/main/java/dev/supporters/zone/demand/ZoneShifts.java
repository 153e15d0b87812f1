package dev.supporters.zone.demand;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.zone.region.ZoneKey;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shifts of a night, in memory: who is at work, and how long all of them have worked, by the zone in which they began. */
@ApplicationScoped
public class ZoneShifts {

    private static final Duration KEPT = Duration.ofHours(36);

    private final Map<WorkId, ZonedShift> newest = new ConcurrentHashMap<>();

    /**
     * The shifts of one zone.
     *
     * @param supporters at work; a rest counts as work, because the supporter comes back
     * @param worked the working time of all, also of those that have ended
     */
    public record Occupancy(int supporters, Duration worked) {

        public static final Occupancy NONE = new Occupancy(0, Duration.ZERO);

        private Occupancy plus(Occupancy other) {
            return new Occupancy(supporters + other.supporters, worked.plus(other.worked));
        }
    }

    /** False for an event that this version does not know. */
    public boolean apply(WorkEvent event) {
        return WorkStep.read(event).map(step -> applied(event, step)).isPresent();
    }

    /** By the zone's number, the shifts of a business date; zones in which nobody began are missing. */
    public Map<Long, Occupancy> occupancy(ZoneKey key, LocalDate businessDate, Instant now) {
        newest.values().removeIf(known -> known.step().time().isBefore(now.minus(KEPT)));
        Map<Long, Occupancy> occupancy = new HashMap<>();
        newest.forEach((workId, known) -> {
            if (known.in(key) && known.inZone() && workId.businessDate().equals(businessDate)) {
                occupancy.merge(
                        Long.parseLong(known.zoneId()), known.occupancy(now), Occupancy::plus);
            }
        });
        return occupancy;
    }

    /** All shifts of a business date, also those that did not begin in a zone. */
    public Occupancy inRegion(ZoneKey key, LocalDate businessDate, Instant now) {
        return newest.entrySet().stream()
                .filter(shift ->
                        shift.getKey().businessDate().equals(businessDate)
                                && shift.getValue().in(key))
                .map(shift -> shift.getValue().occupancy(now))
                .reduce(Occupancy.NONE, Occupancy::plus);
    }

    private ZonedShift applied(WorkEvent event, WorkStep step) {
        return newest.compute(
                step.workId(),
                (workId, known) -> {
                    if (known != null && !step.after(known.step())) {
                        return known;
                    }
                    return event.hasBegun()
                            ? new ZonedShift(step, event.getBegun().getZoneId(), Duration.ZERO)
                            : (known == null ? new ZonedShift(step, "", Duration.ZERO) : known)
                                    .next(step);
                });
    }

    /**
     * A shift.
     *
     * @param step the newest
     * @param worked until that step
     */
    private record ZonedShift(WorkStep step, String zoneId, Duration worked) {

        private ZonedShift {
            requireNonNull(step);
            requireNonNull(zoneId);
            requireNonNull(worked);
        }

        private ZonedShift next(WorkStep next) {
            return new ZonedShift(next, zoneId, workedUntil(next.time()));
        }

        private boolean in(ZoneKey key) {
            return step.product() == key.product() && step.region().equals(key.region());
        }

        private boolean inZone() {
            return zoneId.matches("[0-9]{1,18}");
        }

        private Occupancy occupancy(Instant now) {
            boolean open = step.state() != WorkStep.State.ENDED;
            return new Occupancy(open ? 1 : 0, workedUntil(now));
        }

        private Duration workedUntil(Instant time) {
            boolean works =
                    switch (step.state()) {
                        case WORKING, ENDING -> time.isAfter(step.time());
                        case RESTING, ENDED -> false;
                    };
            return works ? worked.plus(Duration.between(step.time(), time)) : worked;
        }
    }
}
