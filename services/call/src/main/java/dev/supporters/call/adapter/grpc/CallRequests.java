package dev.supporters.call.adapter.grpc;

import dev.supporters.call.general.Report;
import dev.supporters.call.general.Step;
import dev.supporters.call.life.CallFilter;
import dev.supporters.call.life.Stage;
import dev.supporters.call.query.PageToken;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.GeneralStep;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ReportGeneralRequest;

import java.time.Instant;
import java.util.stream.Collectors;

/** Requests other than those for new calls, checked. */
final class CallRequests {

    private static final int ID_LENGTH = 100;

    private CallRequests() {}

    static CallFilter filter(ListRequest request) {
        return new CallFilter(
                request.getStatesList().stream()
                        .map(CallRequests::stage)
                        .collect(Collectors.toSet()),
                Require.optionalText(request.getCustomerId(), "customer_id", ID_LENGTH),
                Require.optionalText(request.getDriverId(), "driver_id", ID_LENGTH),
                request.hasBeginTime()
                        ? Timestamps.instant(request.getBeginTime())
                        : CallFilter.EVER,
                request.hasEndTime()
                        ? Timestamps.instant(request.getEndTime())
                        : CallFilter.FOREVER,
                PageToken.parse(request.getPageToken()));
    }

    static Report report(ReportGeneralRequest request, Instant now) {
        Step step = step(request.getStep());
        return new Report(
                Require.requestId(request.getRequestId()),
                Require.text(request.getCallId(), "call_id", ID_LENGTH),
                step,
                step.ofDriver()
                        ? Require.text(request.getDriverId(), "driver_id", ID_LENGTH)
                        : request.getDriverId(),
                request.hasEventTime() ? Timestamps.instant(request.getEventTime()) : now);
    }

    private static Stage stage(CallState state) {
        return switch (state) {
            case CALL_STATE_REQUESTED -> Stage.REQUESTED;
            case CALL_STATE_COMMANDED -> Stage.COMMANDED;
            case CALL_STATE_GENERAL -> Stage.GENERAL;
            case CALL_STATE_ACCEPTED -> Stage.ACCEPTED;
            case CALL_STATE_ARRIVED -> Stage.ARRIVED;
            case CALL_STATE_DRIVING -> Stage.DRIVING;
            case CALL_STATE_COMPLETED -> Stage.COMPLETED;
            case CALL_STATE_CANCELLED -> Stage.CANCELLED;
            case CALL_STATE_FAILED -> Stage.FAILED;
            case CALL_STATE_UNSPECIFIED, UNRECOGNIZED ->
                    throw Refusal.invalid("states", state, "known states");
        };
    }

    private static Step step(GeneralStep step) {
        return switch (step) {
            case GENERAL_STEP_TAKEN -> Step.TAKEN;
            case GENERAL_STEP_DROPPED -> Step.DROPPED;
            case GENERAL_STEP_ARRIVED -> Step.ARRIVED;
            case GENERAL_STEP_PICKED_UP -> Step.PICKED_UP;
            case GENERAL_STEP_COMPLETED -> Step.COMPLETED;
            case GENERAL_STEP_UNSERVED -> Step.UNSERVED;
            case GENERAL_STEP_CANCELLED -> Step.CANCELLED;
            case GENERAL_STEP_UNSPECIFIED, UNRECOGNIZED ->
                    throw Refusal.invalid("step", step, "a known step");
        };
    }
}
