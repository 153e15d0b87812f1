package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.call.v1.CallEvent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which drivers have a call of general dispatch now, in memory, as the topic of calls tells: who has one gets no command, and begins no
 * shift (rule 8). Asking is a look into a map.
 */
public final class GeneralDrives {

    /** How far back calls are read; one that was taken earlier, and of whose end nobody has heard, keeps nobody from anything. */
    public static final Duration LONGEST = Duration.ofHours(6);

    private static final int MOST_VERSIONS = 50_000;

    private final Clock clock;
    private final Map<DriverId, List<TakenGeneralCall>> drives = new ConcurrentHashMap<>();
    private final Map<String, DriverId> drivers = new ConcurrentHashMap<>();

    /** Of the calls that a commission driver has had: what is told again later is old. */
    private final Map<String, Long> versions =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > MOST_VERSIONS;
                }
            };

    public GeneralDrives(Clock clock) {
        this.clock = requireNonNull(clock);
    }

    private record TakenGeneralCall(CallId callId, Instant since) {}

    /** The call of general dispatch that a driver has; of several the one that came first. */
    public Optional<CallId> of(DriverId driverId) {
        List<TakenGeneralCall> own = drives.getOrDefault(driverId, List.of());
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Instant oldest = clock.instant().minus(LONGEST);
        return own.stream()
                .filter(drive -> drive.since().isAfter(oldest))
                .map(TakenGeneralCall::callId)
                .findFirst();
    }

    /**
     * Takes an event. One that is older than what is known of its call says nothing.
     *
     * @param told when our own service told it: the time in the event is the legacy system's, whose clock is not ours
     */
    public synchronized void apply(CallEvent event, Instant told) {
        Optional<DriverId> now = driver(event);
        Optional<DriverId> before = Optional.ofNullable(drivers.get(event.getCallId()));
        boolean old = event.getVersion() <= versions.getOrDefault(event.getCallId(), 0L);
        if (old || (now.isEmpty() && before.isEmpty())) {
            return;
        }
        CallId callId = new CallId(event.getCallId());
        versions.put(event.getCallId(), event.getVersion());
        if (now.equals(before)) {
            return;
        }
        before.ifPresent(driverId -> over(driverId, callId));
        now.ifPresent(driverId -> {
            drivers.put(callId.value(), driverId);
            TakenGeneralCall drive = new TakenGeneralCall(callId, told);
            drives.merge(
                    driverId,
                    List.of(drive),
                    (known, added) -> Stream.concat(known.stream(), added.stream()).toList());
        });
    }

    private void over(DriverId driverId, CallId callId) {
        drivers.remove(callId.value());
        drives.computeIfPresent(
                driverId,
                (id, known) -> {
                    List<TakenGeneralCall> others =
                            known.stream().filter(drive -> !drive.callId().equals(callId)).toList();
                    return others.isEmpty() ? null : others;
                });
    }

    /** Who has the call on the path of general dispatch after an event. */
    private static Optional<DriverId> driver(CallEvent event) {
        boolean general =
                event.hasProgressed()
                        && event.getProgressed().getPath() == DispatchPath.DISPATCH_PATH_GENERAL;
        return general && underWay(event.getState()) && !event.getDriverId().isEmpty()
                ? Optional.of(new DriverId(event.getDriverId()))
                : Optional.empty();
    }

    private static boolean underWay(CallState state) {
        return switch (state) {
            case CALL_STATE_ACCEPTED, CALL_STATE_ARRIVED, CALL_STATE_DRIVING -> true;
            case CALL_STATE_UNSPECIFIED,
                    CALL_STATE_REQUESTED,
                    CALL_STATE_COMMANDED,
                    CALL_STATE_GENERAL,
                    CALL_STATE_COMPLETED,
                    CALL_STATE_CANCELLED,
                    CALL_STATE_FAILED,
                    UNRECOGNIZED ->
                    false;
        };
    }
}
