package dev.supporters.insight.moment;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.insight.v1.CallStates;
import dev.supporters.proto.insight.v1.CallStep;
import dev.supporters.proto.insight.v1.MomentCall;
import dev.supporters.proto.insight.v1.MomentCell;
import dev.supporters.proto.insight.v1.MomentSupporter;
import dev.supporters.proto.insight.v1.NightMomentResponse;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.proto.insight.v1.SupporterActivity;
import dev.supporters.proto.insight.v1.SupporterStates;
import dev.supporters.proto.insight.v1.SupporterStep;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Keeps what became of nights, and shows them as they were. Any number of processes may keep the same night: each has all of it, and the one
 * that has read the most decides.
 */
@ApplicationScoped
public class NightMomentService {

    static final int MOST = 1_500;

    private final NightStatesCollector collector;
    private final AggregateStore<NightStates> nights;
    private final Clock clock;
    private final Duration period;
    private final Duration past;
    private final DemandCells cells = new DemandCells();
    private volatile Instant next = Instant.MIN;

    NightMomentService(
            NightStatesCollector collector,
            AggregateStore<NightStates> nights,
            Clock clock,
            InsightConfig config) {
        this.collector = collector;
        this.nights = nights;
        this.clock = clock;
        period = config.counting().period();
        past = config.counting().past();
    }

    /** Keeps the nights if that is due. */
    public void keep() {
        // in milliseconds, as the store has times
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(period);
        collector
                .collect(now.minus(past), now)
                .forEach((key, states) ->
                        nights.react(
                                key.id(),
                                "",
                                (current, version) -> replacing(current, states).map(Change::to)));
    }

    /** A night as it was; nothing is set where it is not known. */
    public NightMomentResponse at(RegionNight night, Instant time) {
        return nights.find(night.id())
                .map(Versioned::value)
                .map(states -> moment(states, time.toEpochMilli()))
                .orElseGet(NightMomentResponse::getDefaultInstance);
    }

    /** What takes the place of what was kept before; empty if that stays: nothing has changed, or it was kept by a process that had read more. */
    static Optional<NightStates> replacing(Optional<NightStates> before, NightStates states) {
        boolean stays =
                before.filter(known -> steps(known) > steps(states) || isSame(known, states))
                        .isPresent();
        return stays ? Optional.empty() : Optional.of(states);
    }

    private static boolean isSame(NightStates known, NightStates states) {
        return known.toBuilder().setUpdateTime(states.getUpdateTime()).build().equals(states);
    }

    private static long steps(NightStates states) {
        return states.getCallsList().stream().mapToLong(CallStates::getStepsCount).sum()
                + states.getSupportersList().stream()
                        .mapToLong(SupporterStates::getStepsCount)
                        .sum();
    }

    private NightMomentResponse moment(NightStates states, long millis) {
        List<MomentCall> calls =
                states.getCallsList().stream()
                        .flatMap(call -> call(call, millis).stream())
                        .toList();
        List<MomentSupporter> supporters =
                states.getSupportersList().stream()
                        .flatMap(supporter -> supporter(supporter, millis).stream())
                        .toList();
        NightMomentResponse.Builder moment =
                NightMomentResponse.newBuilder()
                        .setBeginTime(states.getBeginTime())
                        .setEndTime(states.getEndTime())
                        .setUpdateTime(states.getUpdateTime())
                        .addAllCalls(calls.subList(0, Math.min(MOST, calls.size())))
                        .addAllSupporters(supporters.subList(0, Math.min(MOST, supporters.size())))
                        .setCut(calls.size() > MOST || supporters.size() > MOST);
        moment.setLastTime(Timestamps.of(Instant.ofEpochMilli(last(states))));
        return moment.build();
    }

    private Optional<MomentCall> call(CallStates call, long millis) {
        return call.getStepsList().stream()
                .filter(step -> step.getTimeMillis() <= millis)
                .reduce((before, after) -> after)
                .filter(step -> isShown(step.getState()))
                .map(step ->
                        MomentCall.newBuilder()
                                .setCallId(call.getCallId())
                                .setState(step.getState())
                                .setCell(cell(call.getCell()))
                                .setRequestTime(
                                        Timestamps.of(
                                                Instant.ofEpochMilli(
                                                        call.getSteps(0).getTimeMillis())))
                                .setDriverId(step.getDriverId())
                                .build());
    }

    private Optional<MomentSupporter> supporter(SupporterStates supporter, long millis) {
        return supporter.getStepsList().stream()
                .filter(step -> step.getTimeMillis() <= millis)
                .reduce((before, after) -> after)
                .filter(step -> step.getActivity() != SupporterActivity.SUPPORTER_ACTIVITY_OFF)
                .map(step -> {
                    MomentSupporter.Builder moment =
                            MomentSupporter.newBuilder()
                                    .setDriverId(supporter.getDriverId())
                                    .setActivity(step.getActivity())
                                    .setCallId(step.getCallId());
                    if (step.getCell() != 0) {
                        moment.setCell(cell(step.getCell()));
                    }
                    return moment.build();
                });
    }

    private MomentCell cell(long cell) {
        Position center = cells.center(cell);
        return MomentCell.newBuilder()
                .setCell(cell)
                .setCenter(Point.newBuilder().setLat(center.lat()).setLng(center.lng()))
                .build();
    }

    private static long last(NightStates states) {
        return LongStream.concat(
                        states.getCallsList().stream()
                                .flatMap(call -> call.getStepsList().stream())
                                .mapToLong(CallStep::getTimeMillis),
                        states.getSupportersList().stream()
                                .flatMap(supporter -> supporter.getStepsList().stream())
                                .mapToLong(SupporterStep::getTimeMillis))
                .max()
                .orElse(0);
    }

    /** Whether a call in this state waits, or is with a driver. */
    private static boolean isShown(CallState state) {
        return switch (state) {
            case CALL_STATE_REQUESTED,
                    CALL_STATE_COMMANDED,
                    CALL_STATE_ACCEPTED,
                    CALL_STATE_ARRIVED,
                    CALL_STATE_DRIVING ->
                    true;
            case CALL_STATE_UNSPECIFIED,
                    CALL_STATE_GENERAL,
                    CALL_STATE_COMPLETED,
                    CALL_STATE_CANCELLED,
                    CALL_STATE_FAILED,
                    UNRECOGNIZED ->
                    false;
        };
    }
}
