package dev.supporters.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.Application;
import dev.supporters.proto.driver.v1.ApplicationState;
import dev.supporters.proto.driver.v1.ApplyRequest;
import dev.supporters.proto.driver.v1.CriterionKind;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.driver.v1.DriverServiceGrpc.DriverServiceBlockingStub;
import dev.supporters.proto.driver.v1.Eligibility;
import dev.supporters.proto.driver.v1.GetApplicationRequest;
import dev.supporters.proto.driver.v1.GetEligibilityRequest;
import dev.supporters.proto.driver.v1.ImportStatisticsRequest;
import dev.supporters.proto.driver.v1.ImportStatisticsResponse;
import dev.supporters.proto.driver.v1.Incident;
import dev.supporters.proto.driver.v1.IncidentKind;
import dev.supporters.proto.driver.v1.LeaveGroupRequest;
import dev.supporters.proto.driver.v1.ListApplicationsRequest;
import dev.supporters.proto.driver.v1.ListIncidentsRequest;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.RateDriveRequest;
import dev.supporters.proto.driver.v1.RecordIncidentRequest;
import dev.supporters.proto.driver.v1.ReviewApplicationRequest;
import dev.supporters.proto.driver.v1.ReviewDecision;
import dev.supporters.proto.driver.v1.RevokeIncidentRequest;
import dev.supporters.proto.driver.v1.StatisticsRow;
import dev.supporters.proto.driver.v1.SupplementApplicationRequest;
import dev.supporters.proto.driver.v1.WithdrawApplicationRequest;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverStatisticsEvent;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.policy.v1.JoinPolicy;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.LostAnswers;
import dev.supporters.testkit.TestChannel;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Joining over gRPC, with a policy, drives and answers that are lost. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
class JoinTest {

    private static final Product PRODUCT = Product.PRODUCT_DRIVER;
    private static final String REGION = "seoul";

    @Inject Clock clock;

    @AutoClose private final EventProbe probe = EventProbe.ofTest();
    @AutoClose private TestChannel channel;
    private DriverServiceBlockingStub drivers;
    private String today;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        drivers = channel.stub(DriverServiceGrpc::newBlockingStub);
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/seoul",
                        "supporters.policy.put.v1",
                        PolicyEvent.newBuilder()
                                .setPut(
                                        PolicyPut.newBuilder()
                                                .setPolicy(
                                                        PolicyDefaults.policy()
                                                                .setProduct(PRODUCT)
                                                                .setRegion(REGION)
                                                                .setVersion(1)
                                                                .setJoin(
                                                                        JoinPolicy.newBuilder()
                                                                                .setMinCompletedDrives(
                                                                                        8)
                                                                                .setMaxAccidents(0)
                                                                                .setMinRating(4))))
                                .build()));
    }

    @Test
    void aDriverWithoutEnoughDrivesMayApplyOnceTheyAreKnown() {
        // Given: one drive of our own, seven of another system
        put("11");
        assertThat(awaitedEligibility("11").getEligible()).isFalse();
        probe.tell(completed("11", "k1"));

        // When
        ImportStatisticsResponse imported =
                drivers.importStatistics(
                        ImportStatisticsRequest.newBuilder()
                                .setRequestId("m1")
                                .addRows(row("11").setCompletedDrives(7))
                                .addRows(row("11").setDate("yesterday"))
                                .build());

        // Then
        assertThat(imported.getTaken()).isEqualTo(1);
        assertThat(imported.getRefused(0).getIndex()).isEqualTo(1);
        assertThat(imported.getRefused(0).getReason())
                .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        Awaitility.await()
                .untilAsserted(() -> assertThat(eligibility("11").getEligible()).isTrue());
        assertThat(eligibility("11").getCriteria(0).getKind())
                .isEqualTo(CriterionKind.CRITERION_KIND_COMPLETED_DRIVES);
        assertThat(eligibility("11").getCriteria(0).getValue()).isEqualTo(8);
        assertThat(eligibility("11").getCriteria(0).getLimit()).isEqualTo(8);
        assertThat(eligibility("11").getCriteria(1).hasLimit()).isFalse();
        assertThat(eligibility("11").getCriteria(4).hasValue()).isFalse();
        assertThat(eligibility("11").getStatistics().getLastDate()).isEqualTo(today);
    }

    @Test
    void whoIsReadyHasReadThePoliciesAndRefusesNobodyForWantOfThem() {
        // Given
        put("15");

        // When
        Awaitility.await()
                .untilAsserted(() ->
                        RestAssured.get("/q/health/ready")
                                .then()
                                .statusCode(200)
                                .body(containsString("topics caught up")));

        // Then
        assertThatThrownBy(() ->
                        drivers.getEligibility(
                                GetEligibilityRequest.newBuilder()
                                        .setDriverId("15")
                                        .setProduct(PRODUCT)
                                        .setRegion("nowhere")
                                        .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused ->
                                assertThat(refused.getStatus().getCode())
                                        .isNotEqualTo(Status.Code.UNAVAILABLE));
    }

    @Test
    void joinsAndLeavesOnceAlthoughEveryAnswerIsLost() {
        // Given
        put("12");
        eligible("12");
        LostAnswers answers = new LostAnswers();
        DriverServiceBlockingStub unlucky = drivers.withInterceptors(answers);

        // When
        Application made =
                answers.repeated(() -> unlucky.apply(apply("a1", "12"))).getApplication();
        answers.repeated(() ->
                unlucky.reviewApplication(review(made, "v1", ReviewDecision.REVIEW_DECISION_ASK)));
        answers.repeated(() ->
                unlucky.supplementApplication(
                        SupplementApplicationRequest.newBuilder()
                                .setRequestId("s1")
                                .setApplicationId(made.getApplicationId())
                                .setDriverId("12")
                                .setText("here it is")
                                .build()));
        answers.repeated(() ->
                unlucky.reviewApplication(
                        review(made, "v2", ReviewDecision.REVIEW_DECISION_APPROVE)));
        Driver left =
                answers.repeated(() ->
                                unlucky.leaveGroup(
                                        LeaveGroupRequest.newBuilder()
                                                .setRequestId("l1")
                                                .setDriverId("12")
                                                .setProduct(PRODUCT)
                                                .build()))
                        .getDriver();

        // Then
        assertThat(left.getMembershipsList()).isEmpty();
        Application ended = get(made.getApplicationId());
        assertThat(ended.getState()).isEqualTo(ApplicationState.APPLICATION_STATE_ENDED);
        assertThat(ended.getStepsList()).hasSize(5);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(probe.all(Topics.DRIVERS, DriverEvent.parser()))
                                .extracting(DriverEvent::getPut)
                                .filteredOn(told -> told.getDriver().getDriverId().equals("12"))
                                .extracting(told -> told.getApplication().getState())
                                .containsExactly(
                                        ApplicationState.APPLICATION_STATE_UNSPECIFIED,
                                        ApplicationState.APPLICATION_STATE_SUBMITTED,
                                        ApplicationState.APPLICATION_STATE_INFORMATION_REQUIRED,
                                        ApplicationState.APPLICATION_STATE_SUBMITTED,
                                        ApplicationState.APPLICATION_STATE_APPROVED,
                                        ApplicationState.APPLICATION_STATE_ENDED));
    }

    @Test
    void listsWhatWaitsAndADriversOwnAndTakesOneBack() {
        // Given
        put("13");
        eligible("13");
        Application made = drivers.apply(apply("a1", "13")).getApplication();
        assertThat(
                        drivers.listApplications(ListApplicationsRequest.getDefaultInstance())
                                .getApplicationsList())
                .extracting(Application::getApplicationId)
                .contains(made.getApplicationId());

        // When
        drivers.withdrawApplication(
                WithdrawApplicationRequest.newBuilder()
                        .setRequestId("w1")
                        .setApplicationId(made.getApplicationId())
                        .setDriverId("13")
                        .build());

        // Then
        assertThat(
                        drivers.listApplications(
                                        ListApplicationsRequest.newBuilder()
                                                .setDriverId("13")
                                                .build())
                                .getApplicationsList())
                .extracting(Application::getState)
                .containsExactly(ApplicationState.APPLICATION_STATE_WITHDRAWN);
        assertThatThrownBy(() -> get("13/2"))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void anAccidentSpeaksAgainstADriverUntilItIsRevokedAndARatingIsKept() {
        // Given
        put("14");
        eligible("14");
        Incident accident =
                drivers.recordIncident(
                                RecordIncidentRequest.newBuilder()
                                        .setRequestId("i1")
                                        .setDriverId("14")
                                        .setProduct(PRODUCT)
                                        .setKind(IncidentKind.INCIDENT_KIND_ACCIDENT)
                                        .setDate(today)
                                        .setNote("a scratch")
                                        .setActor("operator-1")
                                        .build())
                        .getIncident();
        assertThatThrownBy(() -> drivers.apply(apply("a1", "14")))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e ->
                                assertThat(e.getStatus().getCode())
                                        .isEqualTo(Status.Code.FAILED_PRECONDITION));

        // When
        drivers.revokeIncident(
                RevokeIncidentRequest.newBuilder()
                        .setRequestId("v1")
                        .setIncidentId(accident.getIncidentId())
                        .setReason("another driver's")
                        .setActor("operator-2")
                        .build());
        int stars =
                drivers.rateDrive(
                                RateDriveRequest.newBuilder()
                                        .setRequestId("r1")
                                        .setCallId("254137")
                                        .setCustomerId("customer-1")
                                        .setDriverId("14")
                                        .setProduct(PRODUCT)
                                        .setEndTime(Timestamps.of(clock.instant()))
                                        .setStars(5)
                                        .build())
                        .getStars();

        // Then
        assertThat(stars).isEqualTo(5);
        assertThat(eligibility("14").getEligible()).isTrue();
        assertThat(eligibility("14").getStatistics().getAverageRating()).isEqualTo(5);
        assertThat(
                        drivers.listIncidents(
                                        ListIncidentsRequest.newBuilder()
                                                .setDriverId("14")
                                                .setProduct(PRODUCT)
                                                .build())
                                .getIncidentsList())
                .singleElement()
                .satisfies(found -> assertThat(found.getRevokedBy()).isEqualTo("operator-2"));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(
                                        probe.all(
                                                Topics.DRIVER_STATISTICS,
                                                DriverStatisticsEvent.parser()))
                                .filteredOn(event -> event.getDriverId().equals("14"))
                                .extracting(DriverStatisticsEvent::getEventCase)
                                .containsExactly(
                                        DriverStatisticsEvent.EventCase.INCIDENT_RECORDED,
                                        DriverStatisticsEvent.EventCase.INCIDENT_REVOKED,
                                        DriverStatisticsEvent.EventCase.DRIVE_RATED));
    }

    private void put(String driverId) {
        drivers.put(
                PutRequest.newBuilder()
                        .setRequestId("p1")
                        .setDriver(Driver.newBuilder().setDriverId(driverId).setName("Kim"))
                        .build());
    }

    private void eligible(String driverId) {
        drivers.importStatistics(
                ImportStatisticsRequest.newBuilder()
                        .setRequestId("m1")
                        .addRows(row(driverId).setCompletedDrives(40))
                        .build());
        awaitedEligibility(driverId);
    }

    private StatisticsRow.Builder row(String driverId) {
        return StatisticsRow.newBuilder().setDriverId(driverId).setProduct(PRODUCT).setDate(today);
    }

    private Event completed(String driverId, String commandId) {
        return new Event(
                Topics.ACTIVITY,
                driverId,
                "supporters.activity.completed.v1",
                ActivityEvent.newBuilder()
                        .setDriverId(driverId)
                        .setCallId("254137")
                        .setCommandId(commandId)
                        .setWorkId(driverId + "-driver-" + today)
                        .setBusinessDate(today)
                        .setProduct(PRODUCT)
                        .setVersion(3)
                        .setEventTime(Timestamps.of(clock.instant()))
                        .setCompleted(CallCompleted.getDefaultInstance())
                        .build());
    }

    /** Once the policy is known. */
    private Eligibility awaitedEligibility(String driverId) {
        return Awaitility.await()
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(() -> eligibility(driverId), found -> true);
    }

    private Eligibility eligibility(String driverId) {
        return drivers.getEligibility(
                        GetEligibilityRequest.newBuilder()
                                .setDriverId(driverId)
                                .setProduct(PRODUCT)
                                .setRegion(REGION)
                                .build())
                .getEligibility();
    }

    private Application get(String applicationId) {
        return drivers.getApplication(
                        GetApplicationRequest.newBuilder().setApplicationId(applicationId).build())
                .getApplication();
    }

    private static ApplyRequest apply(String requestId, String driverId) {
        return ApplyRequest.newBuilder()
                .setRequestId(requestId)
                .setDriverId(driverId)
                .setProduct(PRODUCT)
                .setRegion(REGION)
                .build();
    }

    private static ReviewApplicationRequest review(
            Application application, String requestId, ReviewDecision decision) {
        return ReviewApplicationRequest.newBuilder()
                .setRequestId(requestId)
                .setApplicationId(application.getApplicationId())
                .setDecision(decision)
                .setText("your licence, please")
                .setActor("operator-1")
                .build();
    }
}
