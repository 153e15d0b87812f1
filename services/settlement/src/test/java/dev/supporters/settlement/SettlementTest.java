package dev.supporters.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.google.protobuf.Message;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.activity.v1.CallPickedUp;
import dev.supporters.proto.events.location.v1.DriverReachable;
import dev.supporters.proto.events.location.v1.DriverUnreachable;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.events.signal.v1.OperatorDecided;
import dev.supporters.proto.events.signal.v1.SignalEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.AnswerDisputeRequest;
import dev.supporters.proto.settlement.v1.BusinessDate;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.CloseBusinessDateRequest;
import dev.supporters.proto.settlement.v1.Dispute;
import dev.supporters.proto.settlement.v1.DisputeState;
import dev.supporters.proto.settlement.v1.GetBusinessDateRequest;
import dev.supporters.proto.settlement.v1.GetStatementRequest;
import dev.supporters.proto.settlement.v1.ListDisputesRequest;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.OpenDisputeRequest;
import dev.supporters.proto.settlement.v1.PaymentState;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.RecomputeResponse;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc.SettlementServiceBlockingStub;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.TimeClass;
import dev.supporters.proto.settlement.v1.WithdrawDisputeRequest;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.LostAnswers;
import dev.supporters.testkit.TestChannel;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class SettlementTest {

    private static final Duration PATIENCE =
            Duration.ofSeconds(60); // four consumers join one group

    @AutoClose private final EventProbe probe = EventProbe.ofTest();
    @AutoClose private TestChannel channel;
    private SettlementServiceBlockingStub settlement;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        settlement = channel.stub(SettlementServiceGrpc::newBlockingStub);
    }

    @Test
    void settlesANightFromFourTopicsInAnyOrderAndWithRepetitions() {
        // Given
        tell(
                Topics.LOCATIONS,
                location(100).setUnreachable(DriverUnreachable.getDefaultInstance()).build());
        tell(
                Topics.LOCATIONS,
                location(200).setReachable(DriverReachable.getDefaultInstance()).build());
        tell(
                Topics.ACTIVITY,
                activity(2_000)
                        .setVersion(9)
                        .setCompleted(CallCompleted.getDefaultInstance())
                        .build());
        tell(
                Topics.ACTIVITY,
                activity(1_000)
                        .setVersion(8)
                        .setPickedUp(CallPickedUp.getDefaultInstance())
                        .build());
        tell(
                Topics.ACTIVITY,
                activity(600).setVersion(7).setAccepted(CallAccepted.getDefaultInstance()).build());
        tell(Topics.MOVES, move(300, MoveState.MOVE_STATE_ACCEPTED));
        tell(Topics.MOVES, move(600, MoveState.MOVE_STATE_SUPERSEDED));
        tell(
                Topics.WORK,
                work(3_601).setVersion(2).setEnded(WorkEnded.getDefaultInstance()).build());
        // When
        Event begun =
                event(
                        Topics.WORK,
                        work(0).setVersion(1)
                                .setBegun(
                                        WorkBegun.newBuilder()
                                                .setHourlyWage(money(14_000))
                                                .setWindowEndTime(Timestamps.of(Night.at(1_800))))
                                .build());
        probe.tell("begun", begun);
        probe.tell("begun", begun);
        // Then
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(seconds(statement("d1")))
                                .isEqualTo(
                                        Map.of(
                                                TimeClass.TIME_CLASS_WAITING, 1_801L,
                                                TimeClass.TIME_CLASS_MOVING, 300L,
                                                TimeClass.TIME_CLASS_TO_CUSTOMER, 400L,
                                                TimeClass.TIME_CLASS_DRIVING, 1_000L,
                                                TimeClass.TIME_CLASS_RESTING, 0L,
                                                TimeClass.TIME_CLASS_UNREACHABLE, 100L)));
        Statement statement = statement("d1");
        assertThat(statement.getFinal()).isTrue();
        assertThat(statement.getPaidSeconds()).isEqualTo(3_601);
        assertThat(statement.getPaidMinutes()).isEqualTo(61);
        assertThat(statement.getEarned()).isEqualTo(money(14_234));
        assertThat(
                        settlement
                                .listStatements(
                                        ListStatementsRequest.newBuilder()
                                                .setBusinessDate("2026-11-20")
                                                .build())
                                .getStatementsList())
                .containsExactly(statement);
        // When
        AdjustRequest adjustment =
                AdjustRequest.newBuilder()
                        .setRequestId("r1")
                        .setDriverId("d1")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setBusinessDate("2026-11-20")
                        .setAmount(money(-234))
                        .setReason("by agreement")
                        .setActor("operator-1")
                        .build();
        LostAnswers answers = new LostAnswers();
        SettlementServiceBlockingStub unlucky = settlement.withInterceptors(answers);
        Statement adjusted = answers.repeated(() -> unlucky.adjust(adjustment)).getStatement();
        // Then
        assertThat(adjusted.getTotal()).isEqualTo(money(14_000));
        assertThat(settlement.adjust(adjustment).getStatement()).isEqualTo(adjusted);
        RecomputeResponse recomputed =
                settlement.recompute(
                        RecomputeRequest.newBuilder()
                                .setDriverId("d1")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setBusinessDate("2026-11-20")
                                .build());
        assertThat(recomputed.getSame()).isTrue();
        assertThat(recomputed.getStatement())
                .isEqualTo(adjusted.toBuilder().clearEntries().build());
        await().untilAsserted(() ->
                assertThat(told()).filteredOn(SettlementEvent::hasAdjusted).hasSize(1));
        assertThat(
                        told().stream()
                                .flatMap(event -> event.getPosted().getEntriesList().stream())
                                .toList())
                .isEqualTo(adjusted.getEntriesList());
        disputesAreAnsweredAndShown();
        theBusinessDateIsClosed();
        aClosedStatementIsHeldAndLetGo();
        RestAssured.get("/q/metrics")
                .then()
                .body(
                        containsString(
                                "supporters_settlement_paid_seconds_total{class=\"driving\"}"));
    }

    private void disputesAreAnsweredAndShown() {
        // Given
        Dispute opened =
                settlement
                        .openDispute(
                                OpenDisputeRequest.newBuilder()
                                        .setRequestId("o1")
                                        .setDriverId("d1")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setBusinessDate("2026-11-20")
                                        .setText("ten minutes are missing")
                                        .build())
                        .getDispute();
        ListDisputesRequest open = ListDisputesRequest.getDefaultInstance();
        assertThat(settlement.listDisputes(open).getDisputesList())
                .extracting(Dispute::getDisputeId)
                .containsExactly(opened.getDisputeId());
        // When
        Dispute answered =
                settlement
                        .answerDispute(
                                AnswerDisputeRequest.newBuilder()
                                        .setRequestId("a1")
                                        .setDisputeId(opened.getDisputeId())
                                        .setDecision(DisputeState.DISPUTE_STATE_ACCEPTED)
                                        .setAnswer("they are")
                                        .setAdjustment(money(2_334))
                                        .setActor("operator-1")
                                        .build())
                        .getDispute();
        // Then
        assertThat(answered.getAdjusted()).isEqualTo(money(2_334));
        assertThat(statement("d1").getTotal()).isEqualTo(money(16_334));
        assertThat(statement("d1").getDisputesList()).containsExactly(answered);
        assertThat(settlement.listDisputes(open).getDisputesList()).isEmpty();
        assertThat(
                        settlement
                                .listDisputes(
                                        ListDisputesRequest.newBuilder().setDriverId("d1").build())
                                .getDisputesList())
                .containsExactly(answered);
        StatusRuntimeException status =
                catchThrowableOfType(
                        StatusRuntimeException.class,
                        () ->
                                settlement.withdrawDispute(
                                        WithdrawDisputeRequest.newBuilder()
                                                .setRequestId("w1")
                                                .setDriverId("d1")
                                                .setDisputeId(opened.getDisputeId())
                                                .build()));
        assertThat(RefusalStatus.fromStatus(status).reason())
                .isEqualTo(ErrorReason.ERROR_REASON_DISPUTE_CLOSED);
    }

    private void theBusinessDateIsClosed() {
        CloseBusinessDateRequest request =
                CloseBusinessDateRequest.newBuilder()
                        .setRequestId("c1")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setBusinessDate("2026-11-20")
                        .setActor("operator-1")
                        .build();
        BusinessDate closed = settlement.closeBusinessDate(request).getBusinessDate();

        assertThat(closed.getState()).isEqualTo(BusinessDateState.BUSINESS_DATE_STATE_CLOSED);
        assertThat(settlement.closeBusinessDate(request).getBusinessDate()).isEqualTo(closed);
        assertThat(
                        settlement
                                .getBusinessDate(
                                        GetBusinessDateRequest.newBuilder()
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setRegion("seoul")
                                                .setBusinessDate("2026-11-20")
                                                .build())
                                .getBusinessDate())
                .isEqualTo(closed);
        assertThat(statement("d1").hasCloseTime()).isTrue();
        assertThat(statement("d1").getTotal()).isEqualTo(money(16_334));
        await().untilAsserted(() -> {
            assertThat(told()).filteredOn(SettlementEvent::hasClosed).hasSize(1);
            assertThat(told())
                    .filteredOn(SettlementEvent::hasBusinessDateChanged)
                    .filteredOn(event -> event.getBusinessDateChanged().getRegion().equals("seoul"))
                    .hasSize(2);
        });
    }

    private void aClosedStatementIsHeldAndLetGo() {
        Statement closed = statement("d1");
        assertThat(closed.getPaymentState()).isEqualTo(PaymentState.PAYMENT_STATE_NOT_HELD);

        decided(1, SignalDecision.SIGNAL_DECISION_HOLD_PAY, Product.PRODUCT_DRIVER);
        decided(2, SignalDecision.SIGNAL_DECISION_SUSPEND, Product.PRODUCT_DRIVER);
        await().untilAsserted(() ->
                assertThat(statement("d1"))
                        .isEqualTo(
                                closed.toBuilder()
                                        .setPaymentState(PaymentState.PAYMENT_STATE_HELD)
                                        .setHoldTime(Timestamps.of(Night.at(30_001)))
                                        .build()));
        // a decision of before, which names no product
        decided(3, SignalDecision.SIGNAL_DECISION_WARN, Product.PRODUCT_UNSPECIFIED);
        decided(4, SignalDecision.SIGNAL_DECISION_DISMISS, Product.PRODUCT_DRIVER);
        await().untilAsserted(() -> assertThat(statement("d1")).isEqualTo(closed));
        await().untilAsserted(() ->
                assertThat(told())
                        .filteredOn(SettlementEvent::hasPaymentChanged)
                        .extracting(event -> event.getPaymentChanged().getState())
                        .containsExactly(
                                PaymentState.PAYMENT_STATE_HELD,
                                PaymentState.PAYMENT_STATE_NOT_HELD));
    }

    private void decided(int number, SignalDecision decision, Product product) {
        tell(
                Topics.SIGNALS,
                SignalEvent.newBuilder()
                        .setSignalId("DRIVER/seoul/2026-11-20/d1/REFUSALS")
                        .setDriverId("d1")
                        .setBusinessDate("2026-11-20")
                        .setEventTime(Timestamps.of(Night.at(30_000 + number)))
                        .setDecided(
                                OperatorDecided.newBuilder()
                                        .setDecision(decision)
                                        .setActor("operator-1")
                                        .setNumber(number)
                                        .setProduct(product))
                        .build());
    }

    @Test
    void refusesStatementsOfWorksThatNeverWere() {
        StatusRuntimeException status =
                catchThrowableOfType(StatusRuntimeException.class, () -> statement("nobody"));

        assertThat(RefusalStatus.fromStatus(status).reason())
                .isEqualTo(ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND);
    }

    @Test
    void refusesDatesThatAreNone() {
        StatusRuntimeException status =
                catchThrowableOfType(
                        StatusRuntimeException.class,
                        () ->
                                settlement.listStatements(
                                        ListStatementsRequest.newBuilder()
                                                .setBusinessDate("yesterday")
                                                .build()));

        assertThat(RefusalStatus.fromStatus(status).reason())
                .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
    }

    private Statement statement(String driverId) {
        return settlement
                .getStatement(
                        GetStatementRequest.newBuilder()
                                .setDriverId(driverId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setBusinessDate("2026-11-20")
                                .build())
                .getStatement();
    }

    private List<SettlementEvent> told() {
        return probe.all(Topics.SETTLEMENT, SettlementEvent.parser());
    }

    private void tell(String topic, Message payload) {
        probe.tell(event(topic, payload));
    }

    private static Event event(String topic, Message payload) {
        return new Event(topic, "d1", "supporters.test.v1", payload);
    }

    private static WorkEvent.Builder work(int second) {
        return WorkEvent.newBuilder()
                .setDriverId("d1")
                .setWorkId(Night.WORK)
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setBusinessDate("2026-11-20")
                .setEventTime(Timestamps.of(Night.at(second)));
    }

    private static ActivityEvent.Builder activity(int second) {
        return ActivityEvent.newBuilder()
                .setDriverId("d1")
                .setCommandId("k1")
                .setWorkId(Night.WORK)
                .setEventTime(Timestamps.of(Night.at(second)));
    }

    private static LocationEvent.Builder location(int second) {
        return LocationEvent.newBuilder()
                .setDriverId("d1")
                .setWorkId(Night.WORK)
                .setEventTime(Timestamps.of(Night.at(second)));
    }

    private static MoveEvent move(int second, MoveState state) {
        return MoveEvent.newBuilder()
                .setEventTime(Timestamps.of(Night.at(second)))
                .setChanged(
                        MoveChanged.newBuilder()
                                .setWorkId(Night.WORK)
                                .setMove(
                                        Move.newBuilder()
                                                .setMoveId("m1")
                                                .setDriverId("d1")
                                                .setState(state)
                                                .setVersion(second)))
                .build();
    }

    private static Money money(long amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("KRW").build();
    }

    private static Map<TimeClass, Long> seconds(Statement statement) {
        return statement.getClassesList().stream()
                .collect(Collectors.toMap(ClassTime::getTimeClass, ClassTime::getSeconds));
    }
}
