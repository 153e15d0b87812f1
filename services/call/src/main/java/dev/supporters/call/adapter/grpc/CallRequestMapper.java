package dev.supporters.call.adapter.grpc;

import dev.supporters.call.general.GeneralReport;
import dev.supporters.call.general.GeneralReport.Step;
import dev.supporters.call.life.CallOrder;
import dev.supporters.call.life.CallPage;
import dev.supporters.call.life.CallState.Kind;
import dev.supporters.call.life.Nearby;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CallNumbers;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.GeneralStep;
import dev.supporters.proto.call.v1.ListNearbyRequest;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ReportGeneralRequest;
import dev.supporters.proto.call.v1.RequestRequest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads requests; their fields are within their bounds. */
final class CallRequestMapper {

    private CallRequestMapper() {}

    /** The order of a call; one that came without a number gets the same number for the same request, on every instance. */
    static CallOrder order(RequestRequest request, Instant now) {
        String given = request.getCallId();
        return new CallOrder(
                new CallId(
                        given.isEmpty()
                                ? CallNumbers.ofRequest(
                                        request.getCustomerId(), request.getRequestId())
                                : given),
                request.getProduct(),
                request.getCustomerId(),
                request.getCustomerName(),
                Place.of(request.getOrigin()),
                Place.of(request.getDestination()),
                request.hasStopover() ? Place.of(request.getStopover()) : Place.NONE,
                Money.of(request.getFare()),
                request.getDistanceMeters(),
                request.hasAppLocation() ? Place.of(request.getAppLocation()) : Place.NONE,
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    static CallPage.Filter filter(ListRequest request) {
        String driverId = request.getDriverId();
        return new CallPage.Filter(
                request.getStatesList().stream()
                        .map(CallRequestMapper::state)
                        .collect(Collectors.toSet()),
                request.getCustomerId(),
                driverId.isEmpty() ? Optional.empty() : Optional.of(new DriverId(driverId)),
                request.hasBeginTime()
                        ? Timestamps.instant(request.getBeginTime())
                        : CallPage.Filter.EVER,
                request.hasEndTime()
                        ? Timestamps.instant(request.getEndTime())
                        : CallPage.Filter.FOREVER,
                CallPage.Cursor.parse(request.getPageToken()));
    }

    static Nearby nearby(ListNearbyRequest request, int limit) {
        return new Nearby(
                request.getProduct(),
                Position.of(request.getLocation()),
                request.getRadiusMeters(),
                request.hasBeginTime()
                        ? Timestamps.instant(request.getBeginTime())
                        : CallPage.Filter.EVER,
                limit);
    }

    static GeneralReport report(ReportGeneralRequest request, Instant now) {
        Step step = step(request.getStep());
        return new GeneralReport(
                request.getRequestId(),
                new CallId(request.getCallId()),
                step,
                step.ofDriver()
                        ? Optional.of(new DriverId(request.getDriverId()))
                        : Optional.empty(),
                request.hasEventTime() ? Timestamps.instant(request.getEventTime()) : now);
    }

    private static Kind state(CallState state) {
        return switch (state) {
            case CALL_STATE_REQUESTED -> Kind.REQUESTED;
            case CALL_STATE_COMMANDED -> Kind.COMMANDED;
            case CALL_STATE_GENERAL -> Kind.GENERAL;
            case CALL_STATE_ACCEPTED -> Kind.ACCEPTED;
            case CALL_STATE_ARRIVED -> Kind.ARRIVED;
            case CALL_STATE_DRIVING -> Kind.DRIVING;
            case CALL_STATE_COMPLETED -> Kind.COMPLETED;
            case CALL_STATE_CANCELLED -> Kind.CANCELLED;
            case CALL_STATE_FAILED -> Kind.FAILED;
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
