package dev.supporters.activity.abuse;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.TravelLimit;
import dev.supporters.contract.WorkStep;
import dev.supporters.dispatch.abuse.DriverNight;
import dev.supporters.dispatch.assignment.DriveEstimate;
import dev.supporters.dispatch.forecast.DemandCells;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What the topics say of one shift. The topics are read side by side, so nothing here depends on the order in which things come; what
 * comes twice is there once. Used by one thread at a time.
 */
final class ShiftFacts {

    /** No customer is driven home faster. */
    private static final TravelLimit CAR = new TravelLimit(150);

    private final DriverId driverId;
    private final TreeMap<Long, WorkStep> steps = new TreeMap<>();
    private final Map<String, JudgedCommand> engagements = new HashMap<>();
    private final PositionSamples positions = new PositionSamples();
    private final TreeMap<Instant, Boolean> reachability = new TreeMap<>();
    private final Map<String, TimedMoveAnswer> moves = new HashMap<>();

    ShiftFacts(DriverId driverId) {
        this.driverId = driverId;
    }

    private record TimedMoveAnswer(Instant time, boolean declined) {}

    void step(WorkStep step) {
        steps.put(step.version(), step);
    }

    JudgedCommand engagement(String commandId) {
        return engagements.computeIfAbsent(commandId, id -> new JudgedCommand());
    }

    void position(Position position, Instant time) {
        positions.add(position, time);
    }

    void reachable(boolean reachable, Instant time) {
        reachability.put(time, reachable);
    }

    void move(String moveId, boolean declined, Instant time) {
        moves.put(moveId, new TimedMoveAnswer(time, declined));
    }

    /** The first step says to which policy the shift belongs. */
    Optional<WorkStep> first() {
        return steps.values().stream().findFirst();
    }

    /** What the detectors look at. */
    DriverNight night(DemandCells cells, ToIntFunction<CallId> meters, Instant now) {
        return new Reading(cells, meters, ended().orElse(now)).night();
    }

    private Optional<Instant> ended() {
        return steps.values().stream()
                .filter(step -> step.state() == WorkStep.State.ENDED)
                .map(WorkStep::time)
                .findFirst();
    }

    private final class Reading {

        private final DemandCells cells;
        private final ToIntFunction<CallId> meters;
        private final Instant end;
        private final List<DriverNight.Answer> answers = new ArrayList<>();
        private final List<DriverNight.Reveal> reveals = new ArrayList<>();
        private final List<DriverNight.Stay> stays = new ArrayList<>();
        private final List<DriverNight.TimeAtWork> atWork = new ArrayList<>();
        private final List<DriverNight.PositionGap> positionGaps = new ArrayList<>();
        private final List<DriverNight.Drive> drives = new ArrayList<>();
        private final List<DriverNight.Step> taps = new ArrayList<>();

        private Reading(DemandCells cells, ToIntFunction<CallId> meters, Instant end) {
            this.cells = cells;
            this.meters = meters;
            this.end = end;
        }

        private DriverNight night() {
            engagements.values().stream()
                    .filter(JudgedCommand::isKnown)
                    .sorted((one, other) -> one.commanded().compareTo(other.commanded()))
                    .forEach(this::read);
            positions.spans().stream().filter(span -> works(span.begin())).forEach(this::read);
            readPositionGaps();
            return new DriverNight(
                    driverId,
                    answers,
                    reveals,
                    stays,
                    readMoves(),
                    atWork,
                    positionGaps,
                    drives,
                    taps);
        }

        private void read(JudgedCommand engagement) {
            CallId call = engagement.callId();
            Position origin = engagement.origin();
            long cell = cells.cell(origin);
            engagement
                    .refused()
                    .ifPresent(time -> answers.add(new DriverNight.Answer(call, cell, time, true)));
            if (engagement.accepted().isEmpty()) {
                return;
            }
            Instant accepted = engagement.accepted().get();
            answers.add(new DriverNight.Answer(call, cell, accepted, false));
            reveals.add(
                    new DriverNight.Reveal(
                            call,
                            cell,
                            accepted,
                            engagement
                                    .cancelledByCustomer()
                                    .map(time -> Duration.between(accepted, time))));
            engagement
                    .arrived()
                    .or(engagement::pickedUp)
                    .ifPresent(time ->
                            positions
                                    .nearest(origin, time)
                                    .ifPresent(distance ->
                                            taps.add(
                                                    new DriverNight.Step(
                                                            call, cell, time, distance))));
            int road = meters.applyAsInt(call);
            if (engagement.pickedUp().isPresent() && road > 0) {
                drives.add(
                        new DriverNight.Drive(
                                call,
                                cell,
                                engagement.pickedUp().get(),
                                engagement.over().orElse(end),
                                Duration.ofSeconds(DriveEstimate.seconds(road))));
                Instant pickedUp = engagement.pickedUp().get();
                engagement
                        .completed()
                        .ifPresent(time ->
                                taps.add(
                                        new DriverNight.Step(
                                                call,
                                                cell,
                                                time,
                                                missing(road, Duration.between(pickedUp, time)))));
            }
        }

        /** How much of its road a drive cannot have had, however fast the car was; 0 if it may have ended. */
        private static double missing(int road, Duration driven) {
            return Math.max(0, road - CAR.farthestMeters(driven));
        }

        private void read(PositionSamples.Span span) {
            long cell = cells.cell(span.position());
            atWork.add(
                    new DriverNight.TimeAtWork(
                            cell, span.begin(), Duration.between(span.begin(), span.end())));
            if (isEngaged(span.begin())) {
                return;
            }
            DriverNight.Stay last = stays.isEmpty() ? null : stays.getLast();
            if (last != null && last.cell() == cell && last.end().equals(span.begin())) {
                stays.removeLast();
                stays.add(new DriverNight.Stay(cell, last.begin(), span.end()));
                return;
            }
            stays.add(new DriverNight.Stay(cell, span.begin(), span.end()));
        }

        private void readPositionGaps() {
            Instant since = null;
            for (Map.Entry<Instant, Boolean> change : reachability.entrySet()) {
                if (change.getValue() && since != null) {
                    add(since, change.getKey());
                    since = null;
                } else if (!change.getValue() && since == null) {
                    since = change.getKey();
                }
            }
            if (since != null) {
                add(since, end);
            }
        }

        /** An outage ends where the driver does not have to report any more. */
        private void add(Instant begin, Instant back) {
            Instant until =
                    steps.values().stream()
                            .filter(step -> !step.state().reports() && step.time().isAfter(begin))
                            .map(WorkStep::time)
                            .min(Instant::compareTo)
                            .filter(step -> step.isBefore(back))
                            .orElse(back);
            positions
                    .lastKnown(begin)
                    .filter(place -> until.isAfter(begin))
                    .ifPresent(place ->
                            positionGaps.add(
                                    new DriverNight.PositionGap(cells.cell(place), begin, until)));
        }

        private List<DriverNight.MoveAnswer> readMoves() {
            return moves.values().stream()
                    .flatMap(move ->
                            positions.before(move.time()).stream()
                                    .map(place ->
                                            new DriverNight.MoveAnswer(
                                                    cells.cell(place),
                                                    move.time(),
                                                    move.declined())))
                    .toList();
        }

        private boolean works(Instant time) {
            WorkStep.State state = WorkStep.State.ENDED;
            for (WorkStep step : steps.values()) {
                if (!step.time().isAfter(time)) {
                    state = step.state();
                }
            }
            return state.reports();
        }

        private boolean isEngaged(Instant time) {
            return engagements.values().stream()
                    .filter(JudgedCommand::isKnown)
                    .anyMatch(engagement ->
                            !engagement.commanded().isAfter(time)
                                    && engagement.over().map(time::isBefore).orElse(true));
        }
    }
}
