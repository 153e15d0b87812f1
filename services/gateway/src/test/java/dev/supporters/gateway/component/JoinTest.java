package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CUSTOMER;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.Application;
import dev.supporters.proto.driver.v1.ApplicationState;
import dev.supporters.proto.driver.v1.ApplicationStep;
import dev.supporters.proto.driver.v1.ApplicationStepKind;
import dev.supporters.proto.driver.v1.ApplyResponse;
import dev.supporters.proto.driver.v1.Criterion;
import dev.supporters.proto.driver.v1.CriterionKind;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.driver.v1.DriverStatistics;
import dev.supporters.proto.driver.v1.Eligibility;
import dev.supporters.proto.driver.v1.GetApplicationResponse;
import dev.supporters.proto.driver.v1.GetEligibilityResponse;
import dev.supporters.proto.driver.v1.Incident;
import dev.supporters.proto.driver.v1.IncidentKind;
import dev.supporters.proto.driver.v1.LeaveGroupResponse;
import dev.supporters.proto.driver.v1.ListApplicationsResponse;
import dev.supporters.proto.driver.v1.ListIncidentsResponse;
import dev.supporters.proto.driver.v1.RateDriveRequest;
import dev.supporters.proto.driver.v1.RateDriveResponse;
import dev.supporters.proto.driver.v1.RecordIncidentResponse;
import dev.supporters.proto.driver.v1.ReviewApplicationRequest;
import dev.supporters.proto.driver.v1.ReviewApplicationResponse;
import dev.supporters.proto.driver.v1.ReviewDecision;
import dev.supporters.proto.driver.v1.RevokeIncidentResponse;
import dev.supporters.proto.driver.v1.SupplementApplicationResponse;
import dev.supporters.proto.driver.v1.WithdrawApplicationResponse;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/** How drivers join the supporters group, and what that is judged by. */
@QuarkusTest
class JoinTest extends ComponentTest {

    private static final Instant END = Instant.parse("2026-11-20T13:00:00Z");
    private static final String APPLY =
            "mutation { applyToGroup(input: {clientMutationId: \"k1\", region: \"seoul\","
                    + " text: \"I know the city\"}) { application { applicationId state"
                    + " steps { kind text actor criteria { kind value limit met } } } } }";
    private static final String REVIEW =
            "mutation { reviewApplication(input: {clientMutationId: \"k2\","
                    + " applicationId: \"1004550/1\", decision: ASK, text: \"your licence\"})"
                    + " { application { state } } }";
    private static final String RATE =
            "mutation { rateDrive(input: {clientMutationId: \"k3\", callId: 254137, stars: 4})"
                    + " { callId stars } }";

    @Test
    void aDriverAppliesInTheOwnName() {
        // Given
        services.answer(
                DriverServiceGrpc.getApplyMethod(),
                request -> ApplyResponse.newBuilder().setApplication(application()).build());
        // When
        ask(issuer.driver(), APPLY)
                .body("errors", nullValue())
                .body("data.applyToGroup.application.state", equalTo("SUBMITTED"))
                .body("data.applyToGroup.application.steps[0].kind", equalTo("APPLIED"))
                .body("data.applyToGroup.application.steps[0].criteria[0].value", equalTo(41f))
                .body("data.applyToGroup.application.steps[0].criteria[0].limit", equalTo(40f))
                .body("data.applyToGroup.application.steps[0].criteria[1].value", nullValue());
        // Then
        assertThat(services.asked(DriverServiceGrpc.getApplyMethod()))
                .first()
                .satisfies(request -> {
                    assertThat(request.getDriverId()).isEqualTo(DRIVER);
                    assertThat(request.getProduct()).isEqualTo(Product.PRODUCT_DRIVER);
                    assertThat(request.getRegion()).isEqualTo("seoul");
                    assertThat(request.getRequestId()).isEqualTo("applyToGroup:1004550:k1");
                });
    }

    @Test
    void anOperatorReviews() {
        // Given
        services.answer(
                DriverServiceGrpc.getReviewApplicationMethod(),
                request ->
                        ReviewApplicationResponse.newBuilder()
                                .setApplication(application())
                                .build());
        // When
        ask(issuer.operator(), REVIEW).body("errors", nullValue());
        // Then
        ReviewApplicationRequest asked =
                services.asked(DriverServiceGrpc.getReviewApplicationMethod()).getFirst();
        assertThat(asked.getDecision()).isEqualTo(ReviewDecision.REVIEW_DECISION_ASK);
        assertThat(asked.getText()).isEqualTo("your licence");
        assertThat(asked.getActor()).isNotBlank();
    }

    @Test
    void aDriverAnswersWithdrawsAndLeaves() {
        // Given
        services.answer(
                DriverServiceGrpc.getSupplementApplicationMethod(),
                request ->
                        SupplementApplicationResponse.newBuilder()
                                .setApplication(application())
                                .build());
        services.answer(
                DriverServiceGrpc.getWithdrawApplicationMethod(),
                request ->
                        WithdrawApplicationResponse.newBuilder()
                                .setApplication(application())
                                .build());
        services.answer(
                DriverServiceGrpc.getLeaveGroupMethod(),
                request ->
                        LeaveGroupResponse.newBuilder()
                                .setDriver(Driver.newBuilder().setDriverId(DRIVER))
                                .build());
        // When
        ask(
                        issuer.driver(),
                        "mutation { supplementApplication(input: {applicationId: \"1004550/1\","
                                + " text: \"here\"}) { application { state } } }")
                .body("errors", nullValue());
        ask(
                        issuer.driver(),
                        "mutation { withdrawApplication(input: {applicationId: \"1004550/1\"})"
                                + " { application { state } } }")
                .body("errors", nullValue());
        ask(
                        issuer.driver(),
                        "mutation { leaveGroup(input: {text: \"too far\"}) { driver { memberships { region } } } }")
                .body("errors", nullValue());
        // Then
        assertThat(
                        services.asked(DriverServiceGrpc.getSupplementApplicationMethod())
                                .getFirst()
                                .getDriverId())
                .isEqualTo(DRIVER);
        assertThat(
                        services.asked(DriverServiceGrpc.getWithdrawApplicationMethod())
                                .getFirst()
                                .getDriverId())
                .isEqualTo(DRIVER);
        assertThat(services.asked(DriverServiceGrpc.getLeaveGroupMethod()).getFirst().getText())
                .isEqualTo("too far");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { applyToGroup(input: {region: \"seoul\"}) { application { state } } }",
                "mutation { supplementApplication(input: {applicationId: \"a/1\", text: \"t\"}) { application { state } } }",
                "mutation { withdrawApplication(input: {applicationId: \"a/1\"}) { application { state } } }",
                "mutation { leaveGroup(input: {}) { driver { version } } }",
                "mutation { rateDrive(input: {callId: 254137, stars: 1}) { stars } }"
            })
    void operatorsSpeakInNobodysName(String mutation) {
        ask(issuer.operator(), mutation)
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REVIEW,
                "mutation { recordIncident(input: {driverId: 1004550, kind: FINE, date: \"2026-11-20\", note: \"n\"}) { incident { date } } }",
                "mutation { revokeIncident(input: {incidentId: \"a\", reason: \"r\"}) { incident { date } } }",
                "{ openApplications { applications { state } } }",
                "{ applications(driverId: 99) { applications { state } } }",
                "{ eligibility(driverId: 99, region: \"seoul\") { eligible } }",
                "{ incidents(driverId: 99) { date } }"
            })
    void driversReviewNothingAndSeeNobodyElse(String document) {
        ask(issuer.driver(), document)
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        ask(issuer.customer(), document)
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
    }

    @Test
    void anothersApplicationIsAnsweredAsIfThereWereNone() {
        // Given
        services.answer(
                DriverServiceGrpc.getGetApplicationMethod(),
                request ->
                        GetApplicationResponse.newBuilder().setApplication(application()).build());
        String query = "{ application(applicationId: \"1004550/1\") { region ageSeconds } }";
        // When and then
        ask(issuer.driver(), query)
                .body("data.application.region", equalTo("seoul"))
                .body("data.application.ageSeconds", equalTo(90));
        ask(issuer.token("99", "driver"), query)
                .body("data.application", nullValue())
                .body("errors[0].extensions.reason", equalTo("APPLICATION_NOT_FOUND"));
    }

    @Test
    void operatorsListTheOpenOnesAndDriversTheirOwn() {
        // Given
        services.answer(
                DriverServiceGrpc.getListApplicationsMethod(),
                request ->
                        ListApplicationsResponse.newBuilder()
                                .addApplications(application())
                                .build());
        String fields = "{ applications { applicationId } pageInfo { hasNextPage } }";
        // When
        ask(issuer.operator(), "{ openApplications(first: 5) " + fields + " }")
                .body("errors", nullValue());
        ask(issuer.driver(), "{ applications " + fields + " }").body("errors", nullValue());
        // Then
        assertThat(services.asked(DriverServiceGrpc.getListApplicationsMethod()))
                .extracting(request -> request.getDriverId())
                .containsExactly("", DRIVER);
    }

    @Test
    void showsEveryCriterionWithValueAndLimit() {
        // Given
        services.answer(
                DriverServiceGrpc.getGetEligibilityMethod(),
                request ->
                        GetEligibilityResponse.newBuilder()
                                .setEligibility(
                                        Eligibility.newBuilder()
                                                .setDriverId(request.getDriverId())
                                                .setRegion(request.getRegion())
                                                .setEligible(true)
                                                .addAllCriteria(
                                                        application().getSteps(0).getCriteriaList())
                                                .setStatistics(
                                                        DriverStatistics.newBuilder()
                                                                .setFirstDate("2026-10-24")
                                                                .setLastDate("2026-11-20")
                                                                .setCompletedDrives(41)))
                                .build());
        // When and then
        ask(
                        issuer.driver(),
                        "{ eligibility(region: \"seoul\") { eligible criteria { kind value limit met }"
                                + " statistics { lastDate completedDrives averageRating } } }")
                .body("data.eligibility.eligible", equalTo(true))
                .body("data.eligibility.criteria[0].kind", equalTo("COMPLETED_DRIVES"))
                .body("data.eligibility.criteria[1].limit", nullValue())
                .body("data.eligibility.statistics.lastDate", equalTo("2026-11-20"))
                .body("data.eligibility.statistics.averageRating", nullValue());
    }

    @Test
    void aCustomerRatesTheOwnCompletedDrive() {
        // Given
        isCall(
                services,
                call(CallState.CALL_STATE_COMPLETED).setEndTime(Timestamps.of(END)).build());
        rated();
        // When
        ask(issuer.customer(), RATE)
                .body("data.rateDrive.callId", equalTo("254137"))
                .body("data.rateDrive.stars", equalTo(4));
        // Then
        RateDriveRequest asked = services.asked(DriverServiceGrpc.getRateDriveMethod()).getFirst();
        assertThat(asked.getCustomerId()).isEqualTo(CUSTOMER);
        assertThat(asked.getDriverId()).isEqualTo(DRIVER);
        assertThat(asked.getEndTime()).isEqualTo(Timestamps.of(END));
    }

    @Test
    void anothersDriveIsNotRated() {
        // Given
        isCall(
                services,
                call(CallState.CALL_STATE_COMPLETED).setEndTime(Timestamps.of(END)).build());
        rated();
        // When and then
        ask(issuer.token("8", "customer"), RATE)
                .body("errors[0].extensions.reason", equalTo("CALL_NOT_FOUND"));
        assertThat(services.asked(DriverServiceGrpc.getRateDriveMethod())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CallState.class,
            names = {"CALL_STATE_DRIVING", "CALL_STATE_CANCELLED", "CALL_STATE_FAILED"})
    void aDriveThatIsNotCompletedIsNotRated(CallState state) {
        // Given
        isCall(services, call(state).build());
        rated();
        // When and then
        ask(issuer.customer(), RATE)
                .body("errors[0].extensions.reason", equalTo("DRIVE_NOT_COMPLETED"));
        assertThat(services.asked(DriverServiceGrpc.getRateDriveMethod())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void starsGoFromOneToFive(int stars) {
        // Given
        isCall(
                services,
                call(CallState.CALL_STATE_COMPLETED).setEndTime(Timestamps.of(END)).build());
        // When and then
        ask(
                        issuer.customer(),
                        "mutation { rateDrive(input: {callId: 254137, stars: "
                                + stars
                                + "}) { stars } }")
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                .body("errors[0].extensions.offending", equalTo("stars: " + stars));
    }

    @Test
    void operatorsEnterAndRevokeIncidentsAndDriversDoNotReadTheirNotes() {
        // Given
        services.answer(
                DriverServiceGrpc.getRecordIncidentMethod(),
                request -> RecordIncidentResponse.newBuilder().setIncident(incident()).build());
        services.answer(
                DriverServiceGrpc.getRevokeIncidentMethod(),
                request -> RevokeIncidentResponse.newBuilder().setIncident(incident()).build());
        services.answer(
                DriverServiceGrpc.getListIncidentsMethod(),
                request -> ListIncidentsResponse.newBuilder().addIncidents(incident()).build());
        // When and then
        ask(
                        issuer.operator(),
                        "mutation { recordIncident(input: {driverId: 1004550, kind: ACCIDENT,"
                                + " date: \"2026-11-20\", note: \"SECRET\"}) { incident { note } } }")
                .body("data.recordIncident.incident.note", equalTo("SECRET"));
        ask(
                        issuer.operator(),
                        "mutation { revokeIncident(input: {incidentId: \"1004550/DRIVER/2026-11-20/1\","
                                + " reason: \"a mistake\"}) { incident { kind } } }")
                .body("data.revokeIncident.incident.kind", equalTo("ACCIDENT"));
        ask(issuer.driver(), "{ incidents { kind date note actor revokedBy } }")
                .body("data.incidents[0].kind", equalTo("ACCIDENT"))
                .body("data.incidents[0].date", equalTo("2026-11-20"))
                .body("data.incidents[0].note", nullValue())
                .body("data.incidents[0].actor", nullValue());
    }

    private void rated() {
        services.answer(
                DriverServiceGrpc.getRateDriveMethod(),
                request -> RateDriveResponse.newBuilder().setStars(request.getStars()).build());
    }

    private static Application application() {
        return Application.newBuilder()
                .setApplicationId("1004550/1")
                .setDriverId(DRIVER)
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setState(ApplicationState.APPLICATION_STATE_SUBMITTED)
                .setAgeSeconds(90)
                .addSteps(
                        ApplicationStep.newBuilder()
                                .setKind(ApplicationStepKind.APPLICATION_STEP_KIND_APPLIED)
                                .setActor(DRIVER)
                                .addCriteria(
                                        Criterion.newBuilder()
                                                .setKind(
                                                        CriterionKind
                                                                .CRITERION_KIND_COMPLETED_DRIVES)
                                                .setValue(41)
                                                .setLimit(40)
                                                .setMet(true))
                                .addCriteria(
                                        Criterion.newBuilder()
                                                .setKind(CriterionKind.CRITERION_KIND_RATING)
                                                .setMet(true)))
                .build();
    }

    private static Incident incident() {
        return Incident.newBuilder()
                .setIncidentId("1004550/DRIVER/2026-11-20/1")
                .setDriverId(DRIVER)
                .setProduct(Product.PRODUCT_DRIVER)
                .setKind(IncidentKind.INCIDENT_KIND_ACCIDENT)
                .setDate("2026-11-20")
                .setNote("SECRET")
                .setActor("operator-1")
                .build();
    }
}
