package dev.supporters.gateway.adapter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.gateway.adapter.grpc.GrpcCallClient;
import dev.supporters.gateway.adapter.grpc.GrpcCommanderClient;
import dev.supporters.gateway.adapter.http.LegacyAuthenticationMechanism;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.gateway.validation.RequestChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.GeneralStep;
import dev.supporters.proto.call.v1.ReportGeneralRequest;
import dev.supporters.proto.commander.v1.Refuse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.commander.v1.RespondResponse;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.RefusalReason;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.logging.Logger;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** What the legacy system reports. */
@Path("/d/v1/calls")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(LegacyAuthenticationMechanism.ROLE)
@RunOnVirtualThread
public class LegacyReportResource {

    private static final Logger LOG = Logger.getLogger(LegacyReportResource.class);
    private static final String OUTCOME = "COMMAND_OUTCOME_";

    private final GrpcCommanderClient commander;
    private final GrpcCallClient calls;

    LegacyReportResource(GrpcCommanderClient commander, GrpcCallClient calls) {
        this.commander = commander;
        this.calls = calls;
    }

    /** A supporter refuses in the legacy app. The same report again gets the same answer. */
    @PUT
    @Path("/reject")
    public ReportResult reject(RejectRequest request) {
        CallId callId = InputChecks.callId(given(request).callId(), "call_id");
        DriverId driverId = InputChecks.driverId(orEmpty(request.driverId()), "driver_id");
        RespondRequest refusal =
                RespondRequest.newBuilder()
                        .setRequestId("legacy-reject:" + callId + ":" + driverId)
                        .setDriverId(driverId.value())
                        .setCallId(callId.value())
                        .setRefuse(
                                Refuse.newBuilder()
                                        .setReason(reason(request.reasonCode()))
                                        .setComment(orEmpty(request.comment())))
                        .build();
        RequestChecks.checkRest(refusal);
        RespondResponse response = commander.respond(refusal);
        return new ReportResult(
                response.getOutcome().name().substring(OUTCOME.length()).toLowerCase(Locale.ROOT));
    }

    /**
     * General dispatch made a step. A step of a call that has ended here meanwhile is answered as ignored, not as a failure:
     * the legacy system would report it again and again.
     */
    @PUT
    @Path("/general_dispatch")
    public ReportResult generalDispatch(GeneralDispatchRequest request) {
        ReportGeneralRequest report =
                ReportGeneralRequest.newBuilder()
                        .setRequestId(orEmpty(given(request).requestId()))
                        .setCallId(InputChecks.callId(request.callId(), "call_id").value())
                        .setStep(step(request.step()))
                        .setDriverId(orEmpty(request.driverId()))
                        .setEventTime(Timestamps.of(eventTime(request.eventTime())))
                        .build();
        RequestChecks.checkRest(report);
        try {
            calls.report(report);
            return new ReportResult("noted");
        } catch (Refusal refusal) {
            if (refusal.reason() != ErrorReason.ERROR_REASON_CALL_ENDED) {
                throw refusal;
            }
            LOG.debugf(
                    "step of general dispatch ignored callId=%s step=%s",
                    report.getCallId(), report.getStep());
            return new ReportResult("ignored");
        }
    }

    private static RefusalReason reason(String code) {
        for (RefusalReason reason : RefusalReason.values()) {
            if (reason != RefusalReason.REFUSAL_REASON_UNSPECIFIED
                    && reason.name().equals("REFUSAL_REASON_" + upper(code))) {
                return reason;
            }
        }
        throw Refusal.invalid(
                "reason_code", code, "too_far, unreachable_place, health, safety or other");
    }

    private static GeneralStep step(String name) {
        for (GeneralStep step : GeneralStep.values()) {
            if (step != GeneralStep.GENERAL_STEP_UNSPECIFIED
                    && step.name().equals("GENERAL_STEP_" + upper(name))) {
                return step;
            }
        }
        throw Refusal.invalid(
                "step",
                name,
                "taken, dropped, arrived, picked_up, completed, unserved or cancelled");
    }

    /** A number is refused: it could be seconds or milliseconds. */
    private static Instant eventTime(String text) {
        try {
            return Instant.parse(orEmpty(text));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("event_time", orEmpty(text), "a time like 2026-11-20T12:30:00Z");
        }
    }

    private static String upper(String text) {
        return text == null ? "" : text.toUpperCase(Locale.ROOT);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static <T> T given(T value) {
        if (value == null) {
            throw Refusal.invalid("body", "nothing", "all of its fields");
        }
        return value;
    }

    /** A supporter's refusal in the legacy app. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RejectRequest(String callId, String driverId, String reasonCode, String comment) {}

    /** What general dispatch did with a call. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record GeneralDispatchRequest(
            String requestId, String callId, String step, String driverId, String eventTime) {}

    /** What became of a report. */
    record ReportResult(String outcome) {}
}
