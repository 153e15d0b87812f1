package dev.supporters.insight.moment;

import static java.util.Comparator.comparing;

import dev.supporters.contract.WorkStep;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.insight.v1.SupporterActivity;
import dev.supporters.proto.insight.v1.SupporterStates;
import dev.supporters.proto.insight.v1.SupporterStep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the steps of a shift and those of the driver's calls into one order: what the supporter did when, and where for certain. A driver may
 * have the next call before the last one has ended; what is furthest counts.
 */
final class SupporterStatesBuilder {

    /** The later one is the further one. */
    private static final List<CallState> WITH_A_DRIVER =
            List.of(
                    CallState.CALL_STATE_COMMANDED,
                    CallState.CALL_STATE_ACCEPTED,
                    CallState.CALL_STATE_ARRIVED,
                    CallState.CALL_STATE_DRIVING);

    private final DemandCells cells;
    private final String driverId;
    private final Map<String, CallState> engaged = new HashMap<>();
    private final SupporterStates.Builder states = SupporterStates.newBuilder();
    private boolean resting;
    private boolean over;
    private long cell;

    private SupporterStatesBuilder(DemandCells cells, String driverId) {
        this.cells = cells;
        this.driverId = driverId;
        states.setDriverId(driverId);
    }

    private record Moment(Instant time, Runnable change) {}

    static SupporterStates of(ShiftLog shift, Collection<CallLog> calls, DemandCells cells) {
        SupporterStatesBuilder builder =
                new SupporterStatesBuilder(cells, shift.first().driverId().value());
        builder.run(shift, calls);
        return builder.states.build();
    }

    private void run(ShiftLog shift, Collection<CallLog> calls) {
        shift.begin().ifPresent(begin -> cell = cells.cell(begin));
        List<Moment> moments = new ArrayList<>();
        for (WorkStep step : shift.steps()) {
            moments.add(new Moment(step.time(), () -> take(step)));
        }
        Instant begin = shift.first().time();
        for (CallLog call : calls) {
            for (CallLog.Step step : call.steps()) {
                if (!step.time().isBefore(begin)) {
                    moments.add(new Moment(step.time(), () -> take(call, step)));
                }
            }
        }
        moments.sort(comparing(Moment::time));
        for (Moment moment : moments) {
            if (!over) {
                moment.change().run();
                note(moment.time());
            }
        }
    }

    private void take(WorkStep step) {
        resting = step.state() == WorkStep.State.RESTING;
        over = step.state() == WorkStep.State.ENDED;
    }

    private void take(CallLog call, CallLog.Step step) {
        if (step.driverId().equals(driverId) && WITH_A_DRIVER.contains(step.state())) {
            engaged.put(call.callId(), step.state());
            if (step.state() == CallState.CALL_STATE_ARRIVED) {
                call.request().ifPresent(request -> cell = cells.cell(request.origin()));
            }
            return;
        }
        boolean was = engaged.remove(call.callId()) != null;
        if (was && step.state() == CallState.CALL_STATE_COMPLETED) {
            call.driveEnds().ifPresent(area -> cell = cells.cell(area));
        }
    }

    private void note(Instant time) {
        Optional<Map.Entry<String, CallState>> furthest =
                engaged.entrySet().stream()
                        .max(
                                comparing((Map.Entry<String, CallState> each) ->
                                                WITH_A_DRIVER.indexOf(each.getValue()))
                                        .thenComparing(Map.Entry::getKey));
        SupporterStep step =
                SupporterStep.newBuilder()
                        .setTimeMillis(time.toEpochMilli())
                        .setActivity(
                                furthest.filter(call -> !over)
                                        .map(call -> activity(call.getValue()))
                                        .orElseGet(this::withoutCall))
                        .setCell(cell)
                        .setCallId(furthest.filter(call -> !over).map(Map.Entry::getKey).orElse(""))
                        .build();
        if (!sameAsLast(step)) {
            states.addSteps(step);
        }
    }

    private boolean sameAsLast(SupporterStep step) {
        int count = states.getStepsCount();
        return count > 0
                && states.getSteps(count - 1).toBuilder()
                        .setTimeMillis(step.getTimeMillis())
                        .build()
                        .equals(step);
    }

    private SupporterActivity withoutCall() {
        if (over) {
            return SupporterActivity.SUPPORTER_ACTIVITY_OFF;
        }
        return resting
                ? SupporterActivity.SUPPORTER_ACTIVITY_RESTING
                : SupporterActivity.SUPPORTER_ACTIVITY_FREE;
    }

    private static SupporterActivity activity(CallState state) {
        return switch (state) {
            case CALL_STATE_COMMANDED -> SupporterActivity.SUPPORTER_ACTIVITY_COMMANDED;
            case CALL_STATE_ACCEPTED -> SupporterActivity.SUPPORTER_ACTIVITY_ACCEPTED;
            case CALL_STATE_ARRIVED -> SupporterActivity.SUPPORTER_ACTIVITY_ARRIVED;
            case CALL_STATE_DRIVING -> SupporterActivity.SUPPORTER_ACTIVITY_DRIVING;
            case CALL_STATE_UNSPECIFIED,
                    CALL_STATE_REQUESTED,
                    CALL_STATE_GENERAL,
                    CALL_STATE_COMPLETED,
                    CALL_STATE_CANCELLED,
                    CALL_STATE_FAILED,
                    UNRECOGNIZED ->
                    throw new IllegalArgumentException(
                            "call state: " + state + " (expected: one with a driver)");
        };
    }
}
