package dev.supporters.driver.adapter.grpc;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.driver.application.Application;
import dev.supporters.driver.application.Review;
import dev.supporters.driver.statistics.ImportService;
import dev.supporters.driver.statistics.Incident;
import dev.supporters.driver.statistics.IncidentService;
import dev.supporters.driver.statistics.RatingService;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.driver.v1.ImportStatisticsResponse;
import dev.supporters.proto.driver.v1.IncidentKind;
import dev.supporters.proto.driver.v1.RateDriveRequest;
import dev.supporters.proto.driver.v1.RecordIncidentRequest;
import dev.supporters.proto.driver.v1.RefusedRow;
import dev.supporters.proto.driver.v1.ReviewApplicationRequest;
import dev.supporters.proto.driver.v1.ReviewDecision;

/** Reads requests about applications and statistics, and writes what is not a message of its own. */
final class ApplicationRequests {

    private ApplicationRequests() {}

    static Review review(ReviewApplicationRequest request) {
        return new Review(
                request.getRequestId(),
                Application.Id.of(request.getApplicationId()),
                decision(request.getDecision()),
                request.getText(),
                request.getActor());
    }

    private static Review.ReviewDecision decision(ReviewDecision decision) {
        return switch (decision) {
            case REVIEW_DECISION_APPROVE -> Review.ReviewDecision.APPROVE;
            case REVIEW_DECISION_REJECT -> Review.ReviewDecision.REJECT;
            case REVIEW_DECISION_ASK -> Review.ReviewDecision.ASK;
            case REVIEW_DECISION_UNSPECIFIED, UNRECOGNIZED ->
                    throw Refusal.invalid("decision", decision, "APPROVE, REJECT or ASK");
        };
    }

    static RatingService.CustomerRating rating(RateDriveRequest request) {
        return new RatingService.CustomerRating(
                request.getRequestId(),
                new CallId(request.getCallId()),
                new DriverId(request.getDriverId()),
                request.getProduct(),
                Timestamps.instant(request.getEndTime()),
                request.getStars());
    }

    static IncidentService.IncidentEntry incident(RecordIncidentRequest request) {
        return new IncidentService.IncidentEntry(
                request.getRequestId(),
                new DriverId(request.getDriverId()),
                request.getProduct(),
                kind(request.getKind()),
                request.getDate(),
                request.getNote(),
                request.getActor());
    }

    private static Incident.Kind kind(IncidentKind kind) {
        return switch (kind) {
            case INCIDENT_KIND_ACCIDENT -> Incident.Kind.ACCIDENT;
            case INCIDENT_KIND_FINE -> Incident.Kind.FINE;
            case INCIDENT_KIND_UNSPECIFIED, UNRECOGNIZED ->
                    throw Refusal.invalid("kind", kind, "ACCIDENT or FINE");
        };
    }

    static ImportStatisticsResponse response(ImportService.Result result) {
        ImportStatisticsResponse.Builder response =
                ImportStatisticsResponse.newBuilder().setTaken(result.taken());
        result.refused()
                .forEach((index, refusal) ->
                        response.addRefused(
                                RefusedRow.newBuilder()
                                        .setIndex(index)
                                        .setReason(refusal.reason())
                                        .setOffending(refusal.offending())
                                        .setExpected(refusal.expected())));
        return response.build();
    }
}
