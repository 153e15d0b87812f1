package dev.supporters.training.source;

import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.model.ModelInput;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.training.fit.ModelTrainer.EtaObservation;
import dev.supporters.training.fit.ModelTrainer.Observation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes observations of a night's events. Each command is looked at once, in whatever order and however often its events come. */
final class NightEvents {

    private static final int HALF_DAY_HOURS = 12;
    private static final double LEAST_ETA_MINUTES = .5;

    private final String region;
    private final ZoneId zone;
    private final Map<String, TrainingNight.Request> requests = new TreeMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private final Map<String, FollowedCommand> commands = new TreeMap<>();

    NightEvents(String region, ZoneId zone) {
        this.region = region;
        this.zone = zone;
    }

    private static final class FollowedCommand {

        private String callId = "";
        private Optional<CommandedRide> commanded = Optional.empty();
        private Optional<Instant> acceptedAt = Optional.empty();
        private Optional<Instant> arrivedAt = Optional.empty();
        private boolean refused;
        private boolean begun;
        private boolean cancelledByCustomer;
    }

    private record CommandedRide(Instant time, Position origin, int etaSeconds) {}

    void add(CallEvent event) {
        if (event.hasRequested()) {
            Place.of(event.getRequested().getOrigin())
                    .position()
                    .ifPresent(origin ->
                            requests.put(
                                    event.getCallId(),
                                    new TrainingNight.Request(
                                            Timestamps.instant(event.getEventTime()), origin)));
        }
    }

    void add(RoutingEvent event) {
        if (event.hasRouted()) {
            regions.put(
                    event.getRouted().getDecision().getCallId(),
                    event.getRouted().getDecision().getRegion());
        }
    }

    void add(ActivityEvent event) {
        FollowedCommand command =
                commands.computeIfAbsent(event.getCommandId(), id -> new FollowedCommand());
        command.callId = event.getCallId();
        Instant time = Timestamps.instant(event.getEventTime());
        switch (event.getEventCase()) {
            case COMMANDED -> command.commanded = commanded(event, time);
            case ACCEPTED -> command.acceptedAt = Optional.of(time);
            case REFUSED -> command.refused = true;
            case ARRIVED -> command.arrivedAt = Optional.of(time);
            case PICKED_UP, COMPLETED -> command.begun = true;
            case CANCELLED ->
                    command.cancelledByCustomer =
                            event.getCancelled().getReason()
                                    == CancellationReason.CANCELLATION_REASON_CUSTOMER;
            case EVENT_NOT_SET -> passOver();
        }
    }

    private static Optional<CommandedRide> commanded(ActivityEvent event, Instant time) {
        return Place.of(event.getCommanded().getOrigin())
                .position()
                .map(origin ->
                        new CommandedRide(time, origin, event.getCommanded().getEtaSeconds()));
    }

    /** An event that says nothing here. */
    void passOver() {}

    TrainingNight night(String name) {
        requests.keySet().removeIf(this::isElsewhere);
        if (requests.isEmpty()) {
            throw new InvalidNightException(
                    name
                            + ": calls of regions "
                            + new TreeSet<>(regions.values())
                            + " (expected: "
                            + region
                            + ")");
        }
        List<Observation> kept = new ArrayList<>();
        List<Observation> refused = new ArrayList<>();
        List<EtaObservation> ways = new ArrayList<>();
        for (FollowedCommand command : commands.values()) {
            if (command.commanded.isPresent() && !isElsewhere(command.callId)) {
                ModelInput input = input(command.callId, command.commanded.get());
                refused(command).ifPresent(is -> refused.add(new Observation(input, is)));
                kept(command).ifPresent(is -> kept.add(new Observation(input, is)));
                way(command, input).ifPresent(ways::add);
            }
        }
        return new TrainingNight(
                name, businessDate(), List.copyOf(requests.values()), kept, refused, ways);
    }

    /** A call of another region; one that was never decided has none. */
    private boolean isElsewhere(String callId) {
        String found = regions.getOrDefault(callId, "");
        return !found.isEmpty() && !found.equals(region);
    }

    private ModelInput input(String callId, CommandedRide commanded) {
        Instant asked =
                Optional.ofNullable(requests.get(callId))
                        .map(TrainingNight.Request::time)
                        .orElse(commanded.time());
        return new ModelInput(
                        0,
                        Math.max(0, ModelInput.minutes(Duration.between(asked, commanded.time()))),
                        ModelInput.hoursAfterNoon(commanded.time(), zone),
                        ModelInput.Area.of(commanded.origin()))
                .withEtaSeconds(commanded.etaSeconds());
    }

    private static Optional<Boolean> refused(FollowedCommand command) {
        return command.refused || command.acceptedAt.isPresent()
                ? Optional.of(command.refused)
                : Optional.empty();
    }

    /** Whether the customer was still there; nothing where the drive ended in another way. */
    private static Optional<Boolean> kept(FollowedCommand command) {
        boolean met = command.begun || command.arrivedAt.isPresent();
        boolean known = command.acceptedAt.isPresent() && (met || command.cancelledByCustomer);
        return known
                ? Optional.of(command.begun || !command.cancelledByCustomer)
                : Optional.empty();
    }

    private static Optional<EtaObservation> way(FollowedCommand command, ModelInput input) {
        if (command.acceptedAt.isEmpty()
                || command.arrivedAt.isEmpty()
                || input.etaMinutes() < LEAST_ETA_MINUTES) {
            return Optional.empty();
        }
        double minutes =
                ModelInput.minutes(
                        Duration.between(command.acceptedAt.get(), command.arrivedAt.get()));
        return minutes <= 0
                ? Optional.empty()
                : Optional.of(new EtaObservation(input, Math.max(LEAST_ETA_MINUTES, minutes)));
    }

    /** The one that most calls belong to: the small hours belong to the evening before. */
    private LocalDate businessDate() {
        Map<LocalDate, Integer> counts = new TreeMap<>();
        for (TrainingNight.Request request : requests.values()) {
            counts.merge(
                    request.time()
                            .atZone(zone)
                            .toLocalDateTime()
                            .minusHours(HALF_DAY_HOURS)
                            .toLocalDate(),
                    1,
                    Integer::sum);
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
}
