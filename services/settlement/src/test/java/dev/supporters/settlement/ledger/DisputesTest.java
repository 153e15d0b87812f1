package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.WORK;
import static dev.supporters.settlement.ledger.SettledNight.assertRefused;
import static dev.supporters.settlement.ledger.SettledNight.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.settlement.v1.DisputeState;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.MongoLedgerRepository;
import dev.supporters.testkit.Race;

import io.quarkus.runtime.StartupEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** What a driver says against a statement, and what becomes of it. */
class DisputesTest {

    private static final Dispute.Id FIRST = new Dispute.Id(WORK, 1);

    private final SettledNight night = new SettledNight();

    @Test
    void aDriverOpensADisputeOnceAndTheStatementShowsIt() {
        // Given
        settle();
        // When
        ShownDispute opened = night.disputes.open("o1", WORK, "I drove until midnight");
        ShownDispute again = night.disputes.open("o1", WORK, "I drove until midnight");
        // Then
        assertThat(again).isEqualTo(opened);
        assertThat(night.statements.get(WORK).disputes()).containsExactly(opened);
        assertThat(opened.dispute().text()).isEqualTo("I drove until midnight");
        assertThat(changes()).containsExactly(DisputeState.DISPUTE_STATE_OPEN);
        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> night.disputes.open("o1", WORK, "I drove until one"));
    }

    @Test
    void theTopicDoesNotTellWhatTheDriverSaid() {
        settle();

        night.disputes.open("o1", WORK, "Mr Kim told me so");

        assertThat(night.told().getLast().toString()).doesNotContain("Kim");
    }

    @Test
    void oneDisputeOfAStatementIsOpenAtATime() {
        settle();
        night.disputes.open("o1", WORK, "too little");

        assertRefused(
                ErrorReason.ERROR_REASON_DISPUTE_OPEN,
                () -> night.disputes.open("o2", WORK, "really"));
        night.disputes.withdraw("w1", FIRST, Night.DRIVER);
        assertThat(night.disputes.open("o2", WORK, "really").dispute().number()).isEqualTo(2);
    }

    @Test
    void aDisputeIsAgainstAShiftThatHasEndedAndNotLongAgo() {
        // Given
        ErrorReason notInTime = ErrorReason.ERROR_REASON_DISPUTE_NOT_IN_TIME;
        night.add(new Night().begun().list());
        // Then
        assertRefused(notInTime, () -> night.disputes.open("o1", WORK, "too little"));
        // When
        night.add(new Night().begun().ended(3_600).list());
        night.clock.set(Night.at(3_600).plus(Duration.ofDays(30)).plusMillis(1));
        // Then
        assertRefused(notInTime, () -> night.disputes.open("o1", WORK, "too little"));
        night.clock.set(Night.at(3_600).plus(Duration.ofDays(30)));
        assertThat(night.disputes.open("o1", WORK, "too little").dispute().isOpen()).isTrue();
    }

    @Test
    void aDisputeNeedsAStatementAndAText() {
        assertRefused(
                ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND,
                () -> night.disputes.open("o1", WORK, "too little"));
        settle();
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> night.disputes.open("o1", WORK, " "));
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> night.disputes.open("o1", WORK, "x".repeat(1_001)));
    }

    @Test
    void whoeverIsNeverContentIsRefusedInTheEnd() {
        settle();
        for (int i = 1; i <= DisputeService.MOST; i++) {
            night.disputes.open("o" + i, WORK, "too little");
            night.disputes.answer(rejected("a" + i, i));
        }

        assertRefused(
                ErrorReason.ERROR_REASON_TOO_MANY_DISPUTES,
                () -> night.disputes.open("once more", WORK, "too little"));
    }

    @Test
    void anAcceptedDisputeCorrectsTheStatementInTheSameChange() {
        // Given
        settle();
        night.disputes.open("o1", WORK, "half an hour is missing");
        long version = version();
        night.clock.advance(Duration.ofHours(2));
        // When
        ShownDispute answered = night.disputes.answer(accepted("a1", 7_000));
        ShownDispute again = night.disputes.answer(accepted("a1", 7_000));
        // Then
        assertThat(again).isEqualTo(answered);
        assertThat(answered.age()).isEqualTo(Duration.ofHours(2));
        assertThat(version()).isEqualTo(version + 1);
        Statement statement = night.statements.get(WORK);
        assertThat(statement.total()).isEqualTo(21_000);
        assertThat(statement.adjustments())
                .extracting(Adjustment::amount, Adjustment::reason, Adjustment::actor)
                .containsExactly(tuple(7_000L, "you are right", "operator-1"));
        assertThat(changes())
                .containsExactly(
                        DisputeState.DISPUTE_STATE_OPEN, DisputeState.DISPUTE_STATE_ACCEPTED);
        assertThat(night.told()).filteredOn(SettlementEvent::hasAdjusted).hasSize(1);
        assertThat(DisputeProtoMapper.toProto(answered).getAdjusted().getAmount()).isEqualTo(7_000);
    }

    @Test
    void whoDisputesAStatementLosesNothingByIt() {
        settle();
        night.disputes.open("o1", WORK, "too little");

        for (long amount : List.of(-14_001L, -1L, 0L)) {
            assertRefused(
                    ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                    () -> night.disputes.answer(accepted("a1", amount)));
        }
        assertThat(night.statements.get(WORK).disputes().getFirst().dispute().isOpen()).isTrue();
        assertThat(night.statements.get(WORK).adjustments()).isEmpty();
    }

    @Test
    void aKeyThatHasCorrectedTheStatementGrantsNothing() {
        settle();
        night.disputes.open("o1", WORK, "too little");
        night.ledgers.adjust(order("a1", 7_000));

        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> night.disputes.answer(accepted("a1", 7_000)));
    }

    @Test
    void anAnswerIsGivenOnceAndSaysOneThing() {
        settle();
        night.disputes.open("o1", WORK, "too little");
        night.disputes.answer(rejected("a1", 1));

        assertRefused(
                ErrorReason.ERROR_REASON_DISPUTE_CLOSED,
                () -> night.disputes.answer(accepted("a2", 7_000)));
        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> night.disputes.answer(accepted("a1", 7_000)));
        assertRefused(
                ErrorReason.ERROR_REASON_DISPUTE_CLOSED,
                () -> night.disputes.withdraw("w1", FIRST, Night.DRIVER));
        assertThat(night.statements.get(WORK).total()).isEqualTo(14_000);
    }

    @Test
    void aRejectionGrantsNothing() {
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () ->
                        new DisputeAnswer(
                                "a1",
                                FIRST,
                                Dispute.Outcome.REJECTED,
                                "no",
                                "operator-1",
                                Optional.of(order("a1", 1))));
    }

    @Test
    void ofAnswersAndAWithdrawalAtTheSameTimeOneWins() {
        // Given
        settle();
        night.disputes.open("o1", WORK, "too little");
        List<Callable<Boolean>> closers =
                IntStream.range(0, 12)
                        .<Callable<Boolean>>mapToObj(i ->
                                () -> {
                                    try {
                                        if (i % 3 == 0) {
                                            night.disputes.withdraw("w" + i, FIRST, Night.DRIVER);
                                        } else {
                                            night.disputes.answer(accepted("a" + i, 100 + i));
                                        }
                                        return true;
                                    } catch (Refusal refusal) {
                                        return false;
                                    }
                                })
                        .toList();
        // When
        List<Boolean> won = Race.run(closers);
        // Then
        assertThat(won).filteredOn(each -> each).hasSize(1);
        Statement statement = night.statements.get(WORK);
        long granted = statement.disputes().getFirst().dispute().closing().orElseThrow().adjusted();
        assertThat(statement.total()).isEqualTo(14_000 + granted);
        assertThat(changes()).hasSize(2);
    }

    @Test
    void nobodyElsesDisputeCanBeWithdrawnAndItIsNotSaidThatThereIsOne() {
        settle();
        night.disputes.open("o1", WORK, "too little");
        ErrorReason notFound = ErrorReason.ERROR_REASON_DISPUTE_NOT_FOUND;

        assertRefused(notFound, () -> night.disputes.withdraw("w1", FIRST, new DriverId("d2")));
        assertRefused(
                notFound,
                () -> night.disputes.withdraw("w1", new Dispute.Id(WORK, 2), Night.DRIVER));
        for (String id : List.of("", "7", "/", "d9-driver-2026-11-20/x", Night.WORK)) {
            assertRefused(notFound, () -> Dispute.Id.of(id));
        }
        assertThat(Dispute.Id.of(FIRST.toString())).isEqualTo(FIRST);
    }

    @Test
    void operatorsSeeTheOpenOnesOldestFirstAndDriversTheirOwn() {
        // Given
        settle();
        night.disputes.open("o1", WORK, "too little");
        night.clock.advance(Duration.ofMinutes(5));
        // Then
        DisputeService.Page open = night.disputes.open("", 10);
        assertThat(open.disputes())
                .extracting(ShownDispute::age)
                .containsExactly(Duration.ofMinutes(5));
        assertThat(open.nextToken()).isEmpty();
        assertThat(night.disputes.of(new DriverId("d2"), "", 10).disputes()).isEmpty();
        // When
        night.disputes.answer(rejected("a1", 1));
        // Then
        assertThat(night.disputes.open("", 10).disputes()).isEmpty();
        assertThat(night.disputes.of(Night.DRIVER, "", 10).disputes())
                .extracting(shown -> shown.dispute().closing().orElseThrow().answer())
                .containsExactly("the events say otherwise");
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> night.disputes.open("not a token", 10));
    }

    @Test
    void operatorsAreToldOfDisputesThatWaitTooLong() {
        // Given
        new LedgerMonitors(
                        new MongoLedgerRepository(night.store),
                        night.clock,
                        night.clock,
                        SettledNight.config(),
                        night.meters)
                .start(new StartupEvent());
        settle();
        night.disputes.open("o1", WORK, "too little");
        // When
        night.clock.advance(Duration.ofDays(3));
        night.clock.tick();
        // Then
        assertThat(overdue()).isZero();
        // When
        night.clock.advance(Duration.ofMinutes(1));
        night.clock.tick();
        // Then
        assertThat(overdue()).isEqualTo(1);
        // When
        night.disputes.answer(rejected("a1", 1));
        night.clock.tick();
        // Then
        assertThat(overdue()).isZero();
    }

    private void settle() {
        night.add(new Night().begun().ended(3_600).list());
    }

    private long version() {
        return night.store.find(Night.WORK).orElseThrow().version();
    }

    private double overdue() {
        return night.meters.get("supporters_settlement_overdue_disputes").gauge().value();
    }

    private List<DisputeState> changes() {
        return night.told().stream()
                .filter(SettlementEvent::hasDisputeChanged)
                .map(event -> event.getDisputeChanged().getState())
                .toList();
    }

    private static DisputeAnswer accepted(String requestId, long amount) {
        AdjustmentOrder adjustment =
                new AdjustmentOrder(
                        requestId,
                        WORK,
                        Adjustment.Kind.GRANT,
                        amount,
                        "KRW",
                        "you are right",
                        "operator-1");
        return new DisputeAnswer(
                requestId,
                FIRST,
                Dispute.Outcome.ACCEPTED,
                "you are right",
                "operator-1",
                Optional.of(adjustment));
    }

    private static DisputeAnswer rejected(String requestId, int number) {
        return new DisputeAnswer(
                requestId,
                new Dispute.Id(WORK, number),
                Dispute.Outcome.REJECTED,
                "the events say otherwise",
                "operator-1",
                Optional.empty());
    }
}
