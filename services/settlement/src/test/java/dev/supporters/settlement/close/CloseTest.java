package dev.supporters.settlement.close;

import static dev.supporters.settlement.ledger.SettledNight.WORK;
import static dev.supporters.settlement.ledger.SettledNight.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Decision;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.MongoCloseRepository;
import dev.supporters.settlement.adapter.mongo.MongoLedgerRepository;
import dev.supporters.settlement.adapter.mongo.SettlementStores;
import dev.supporters.settlement.ledger.Correction;
import dev.supporters.settlement.ledger.Dispute;
import dev.supporters.settlement.ledger.DisputeAnswer;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.LedgerEntry;
import dev.supporters.settlement.ledger.SettledNight;
import dev.supporters.settlement.ledger.Statement;
import dev.supporters.settlement.ledger.StatementLine;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.TimeClass;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The close of a business date, and what comes after it. Windows end at 16:00 UTC. */
class CloseTest {

    private static final LocalDate SATURDAY_DATE = Night.FRIDAY.plusDays(1);
    private static final BusinessDate FRIDAY = date("seoul", Night.FRIDAY);
    private static final WorkId SATURDAY = work(Night.DRIVER, SATURDAY_DATE);
    private static final WorkId SUNDAY = work(Night.DRIVER, Night.FRIDAY.plusDays(2));
    private static final DriverId OTHER = new DriverId("d2");
    private static final WorkId OTHERS = work(OTHER, Night.FRIDAY);
    private static final Instant WINDOW_END = Instant.parse("2026-11-20T16:00:00Z");

    private final SettledNight night = new SettledNight();
    private final InMemoryAggregateStore<DateClose> store =
            new InMemoryAggregateStore<>(SettlementStores.CLOSES);
    private final MongoLedgerRepository repository = new MongoLedgerRepository(night.store);
    private final CloseService closes = service();
    private final CloseSweep sweep = sweep();

    @BeforeEach
    void onSundayBeforeTheWindow() {
        night.clock.set(Instant.parse("2026-11-22T12:00:00Z"));
    }

    @Test
    void aDateIsClosedByItselfHalfAnHourAfterItsWindowsEnd() {
        // Given
        shift(WORK, 3_600);
        // When
        night.clock.set(WINDOW_END.plus(Duration.ofMinutes(30)));
        sweep.run();
        // Then
        assertThat(closes.progress(FRIDAY).close()).isEmpty();
        // When
        night.clock.advance(Duration.ofMillis(1));
        sweep.run();
        // Then
        DateClose close = closes.progress(FRIDAY).close().orElseThrow();
        assertThat(close.actor()).isEqualTo("settlement");
        assertThat(close.closeTime()).contains(night.clock.instant());
        assertThat(ledger(WORK).closed().orElseThrow().total()).isEqualTo(14_000);
        assertThat(overdue()).isZero();
        assertThat(changes())
                .containsExactly(
                        BusinessDateState.BUSINESS_DATE_STATE_CLOSING,
                        BusinessDateState.BUSINESS_DATE_STATE_CLOSED);
        assertThat(night.told()).filteredOn(SettlementEvent::hasClosed).hasSize(1);
    }

    @Test
    void anOperatorClosesItSoonerButNotBeforeTheWindowsEnd() {
        shift(WORK, 3_600);

        night.clock.set(WINDOW_END.minusMillis(1));
        assertRefused(
                ErrorReason.ERROR_REASON_BUSINESS_DATE_NOT_OVER, () -> closes.close(order("c1")));
        assertThat(closes.progress(FRIDAY).close()).isEmpty();
        night.clock.set(WINDOW_END);
        DateClose close = closes.close(order("c1")).close().orElseThrow();
        assertThat(close.isClosed()).isTrue();
        assertThat(close.actor()).isEqualTo("operator-1");
    }

    @Test
    void withoutAnyShiftTheDayMustBeOverEverywhere() {
        night.clock.set(Instant.parse("2026-11-21T11:59:59Z"));
        assertRefused(
                ErrorReason.ERROR_REASON_BUSINESS_DATE_NOT_OVER, () -> closes.close(order("c1")));
        night.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(closes.close(order("c1")).close().orElseThrow().isClosed()).isTrue();
    }

    @Test
    void closingAgainChangesNothing() {
        shift(WORK, 3_600);
        CloseService.Progress closed = closes.close(order("c1"));

        assertThat(closes.close(order("c1"))).isEqualTo(closed);
        assertThat(closes.close(overriding("c2", Obstacle.Kind.DISPUTED))).isEqualTo(closed);
        assertThat(changes()).hasSize(2);
    }

    @Test
    void theSameKeyDoesNotSaySomethingElse() {
        shift(WORK, 3_600);
        closes.close(order("c1"));

        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> closes.close(overriding("c1", Obstacle.Kind.DISPUTED)));
    }

    @Test
    void aShiftThatRunsKeepsTheDateClosingAndNoOtherStatementOpen() {
        // Given
        shift(WORK, 3_600);
        night.ledgers.add(OTHERS, OTHER, begun(OTHERS, "seoul"));
        // When
        sweep.run();
        // Then
        assertThat(obstacles()).containsExactly(new Obstacle(OTHERS, Obstacle.Kind.RUNNING));
        assertThat(ledger(WORK).closed()).isPresent();
        assertThat(overdue()).isEqualTo(1);
        // When
        night.ledgers.add(OTHERS, OTHER, new Fact.Ended("ended", Night.at(18_000)));
        sweep.run();
        // Then
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isTrue();
        assertThat(overdue()).isZero();
    }

    @Test
    void aStatementThatIsHeldBackKeepsItClosingUntilAnOperatorHasMadeUpForIt() {
        // Given
        night.add(WORK, List.of(begun(WORK, "seoul"), new Fact.Ended("e", Night.at(3_600), 4, 3)));
        sweep.run();
        assertThat(obstacles()).containsExactly(new Obstacle(WORK, Obstacle.Kind.HELD_BACK));
        // When
        night.adjust("r1", WORK, 500);
        sweep.run();
        // Then
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isTrue();
        assertThat(shown(WORK).total()).isEqualTo(14_500);
    }

    @Test
    void eventsWithoutABeginKeepItClosing() {
        night.add(WORK, List.of(new Fact.Ended("e", Night.at(3_600))));

        assertThat(closes.close(order("c1")).obstacles())
                .containsExactly(new Obstacle(WORK, Obstacle.Kind.BEGIN_MISSING));
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isFalse();
        // When an operator says that it will never come
        closes.close(overriding("c2", Obstacle.Kind.BEGIN_MISSING));
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isTrue();
        // and it comes all the same
        night.add(WORK, List.of(begun(WORK, "seoul")));
        sweep.run();
        // Then
        assertThat(shown(WORK).total()).isZero();
        assertThat(shown(WORK).toCarry()).isEqualTo(14_000);
    }

    @Test
    void anOpenDisputeKeepsItClosingUnlessAnOperatorSaysWhyItDoesNot() {
        // Given
        shift(WORK, 3_600);
        night.disputes.open("o1", WORK, "too little");
        sweep.run();
        assertThat(obstacles()).containsExactly(new Obstacle(WORK, Obstacle.Kind.DISPUTED));
        assertThat(closes.close(order("c1")).close().orElseThrow().isClosed()).isFalse();
        // When
        CloseService.Progress closed = closes.close(overriding("c2", Obstacle.Kind.DISPUTED));
        // Then
        assertThat(closed.close().orElseThrow().isClosed()).isTrue();
        assertThat(closed.close().flatMap(DateClose::override))
                .contains(
                        new DateClose.Overriding(
                                Set.of(Obstacle.Kind.DISPUTED),
                                "operator-1",
                                "looked at it",
                                night.clock.instant()));
    }

    @Test
    void aLedgerThatItsEventsDoNotProveKeepsItClosing() {
        // Given
        shift(WORK, 3_600);
        forge();
        // When
        sweep.run();
        // Then
        assertThat(obstacles()).containsExactly(new Obstacle(WORK, Obstacle.Kind.UNPROVEN));
        assertThat(
                        closes.close(overriding("c1", Obstacle.Kind.UNPROVEN))
                                .close()
                                .orElseThrow()
                                .isClosed())
                .isTrue();
    }

    @Test
    void oneOverrideDoesNotTakeAnotherBack() {
        // Given
        shift(WORK, 3_600);
        forge();
        night.disputes.open("o1", WORK, "too little");
        // When
        assertThat(closes.close(overriding("c1", Obstacle.Kind.DISPUTED)).obstacles())
                .containsExactly(new Obstacle(WORK, Obstacle.Kind.UNPROVEN));
        CloseService.Progress closed = closes.close(overriding("c2", Obstacle.Kind.UNPROVEN));
        // Then
        assertThat(closed.close().orElseThrow().isClosed()).isTrue();
    }

    @Test
    void whatMustComeToItsEndIsNotOverriddenAndNothingIsWithoutAReason() {
        ErrorReason invalid = ErrorReason.ERROR_REASON_INVALID_ARGUMENT;

        assertRefused(invalid, () -> overriding("c1", Obstacle.Kind.RUNNING));
        assertRefused(invalid, () -> overriding("c1", Obstacle.Kind.HELD_BACK));
        assertRefused(
                invalid,
                () ->
                        new CloseOrder(
                                "c1", FRIDAY, "operator-1", Set.of(Obstacle.Kind.DISPUTED), ""));
        assertRefused(
                invalid, () -> new CloseOrder("c1", FRIDAY, "operator-1", Set.of(), "a reason"));
    }

    @Test
    void anotherRegionIsClosedApart() {
        night.add(WORK, List.of(begun(WORK, "busan")));

        assertThat(closes.close(order("c1")).close().orElseThrow().isClosed()).isTrue();
        assertThat(ledger(WORK).closed()).isEmpty();
    }

    @Test
    void aLateFactChangesNoClosedStatementAndCorrectsTheNextOne() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        Statement before = shown(WORK);
        // When
        rest(WORK, 600, 1_200);
        rest(WORK, 600, 1_200);
        sweep.run();
        // Then
        assertThat(shown(WORK).total()).isEqualTo(14_000);
        assertThat(shown(WORK).calculation()).isEqualTo(before.calculation());
        assertThat(shown(WORK).entries()).isEqualTo(before.entries());
        assertThat(shown(WORK).lines()).isEqualTo(before.lines());
        assertThat(shown(WORK).toCarry()).isEqualTo(-2_333);
        assertThat(night.statements.recompute(WORK).same()).isTrue();
        assertThat(night.statements.recompute(WORK).statement().total()).isEqualTo(14_000 - 2_333);
        // When
        shift(SATURDAY, 3_600);
        sweep.run();
        sweep.run();
        // Then
        assertThat(shown(SATURDAY).total()).isEqualTo(14_000 - 2_333);
        Correction correction = ledger(SATURDAY).corrections().getFirst();
        assertThat(correction.corrects()).isEqualTo(WORK);
        assertThat(correction.amount()).isEqualTo(-2_333);
        assertThat(correction.late().events()).containsExactly("late-1", "late-2");
        assertThat(shown(SATURDAY).lines())
                .filteredOn(line -> line.kind() == StatementLine.Kind.CLOSED_DATE)
                .extracting(StatementLine::amount, StatementLine::reason)
                .containsExactly(tuple(-2_333L, "2026-11-20"));
        assertThat(shown(WORK).toCarry()).isZero();
        assertThat(night.told()).filteredOn(SettlementEvent::hasCorrected).hasSize(1);
    }

    @Test
    void eachCorrectionNamesWhatCameSinceTheOneBefore() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        shift(SATURDAY, 3_600);
        // When
        night.adjust("r1", WORK, 500);
        night.carrier.run();
        night.adjust("r2", WORK, 700);
        night.carrier.run();
        // Then
        assertThat(ledger(SATURDAY).corrections())
                .extracting(Correction::amount, each -> each.late().requests())
                .containsExactly(tuple(500L, List.of("r1")), tuple(700L, List.of("r2")));
        assertThat(shown(WORK).total()).isEqualTo(14_000);
        assertThat(shown(WORK).adjustments()).isEmpty();
        assertThat(shown(SATURDAY).total()).isEqualTo(15_200);
    }

    @Test
    void whatADisputeGrantsAfterTheCloseIsPaidWithTheNextStatement() {
        // Given
        shift(WORK, 3_600);
        night.disputes.open("o1", WORK, "too little");
        closes.close(overriding("c1", Obstacle.Kind.DISPUTED));
        shift(SATURDAY, 3_600);
        // When
        night.disputes.answer(
                new DisputeAnswer(
                        "a1",
                        new Dispute.Id(WORK, 1),
                        Dispute.Outcome.ACCEPTED,
                        "you are right",
                        "operator-1",
                        Optional.of(SettledNight.grant("a1", 7_000))));
        sweep.run();
        // Then
        assertThat(shown(WORK).total()).isEqualTo(14_000);
        assertThat(shown(SATURDAY).total()).isEqualTo(21_000);
    }

    @Test
    void whatTakesAwayMoreThanThereIsGoesOnToTheStatementAfterIt() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        shift(SATURDAY, 60);
        // When
        rest(WORK, 0, 3_600);
        sweep.run();
        // Then
        assertThat(shown(SATURDAY).total()).isZero();
        assertThat(shown(WORK).toCarry()).isEqualTo(-14_000 + 234);
        // When
        shift(SUNDAY, 7_200);
        sweep.run();
        // Then
        assertThat(shown(SUNDAY).total()).isEqualTo(28_000 - 14_000 + 234);
        assertThat(shown(WORK).toCarry()).isZero();
        assertThat(ledger(SUNDAY).corrections().getFirst().late().events())
                .containsExactly("late-1", "late-2");
    }

    @Test
    void aShiftOfWhichNothingWasKnownIsPaidWithTheNextOne() {
        // Given
        closes.close(order("c1"));
        shift(WORK, 3_600);
        sweep.run();
        assertThat(shown(WORK).total()).isZero();
        assertThat(shown(WORK).lines().getLast().kind()).isEqualTo(StatementLine.Kind.PAID_LATER);
        // When
        shift(SATURDAY, 3_600);
        sweep.run();
        // Then
        assertThat(shown(WORK).total()).isZero();
        assertThat(shown(SATURDAY).total()).isEqualTo(28_000);
    }

    @Test
    void aCloseThatWasInterruptedGoesOn() {
        // Given
        shift(WORK, 3_600);
        DateClose closing =
                new DateClose(
                        FRIDAY,
                        WINDOW_END,
                        "operator-1",
                        night.clock.instant(),
                        Optional.empty(),
                        Optional.empty());
        store.change(FRIDAY.id(), "", (current, version) -> Optional.of(Change.to(closing)));
        // When
        sweep().run();
        // Then
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isTrue();
        assertThat(ledger(WORK).closed()).isPresent();
    }

    /** The first write names the target, the second adds the correction, the third says that it is done. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aCorrectionWhoseProcessDiesIsInOneStatement(int lostWrite) {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        shift(SATURDAY, 3_600);
        night.adjust("r1", WORK, 500);
        // When
        carryUntilItDies(lostWrite);
        night.carrier(night.store).run();
        night.carrier(night.store).run();
        // Then
        assertThat(shown(SATURDAY).total()).isEqualTo(14_500);
        assertThat(shown(WORK).toCarry()).isZero();
        assertThat(ledger(WORK).carries()).isFalse();
    }

    @Test
    void aCorrectionWhoseTargetWasClosedBeforeItCameGoesToTheNextOne() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        shift(SATURDAY, 3_600);
        night.adjust("r1", WORK, 500);
        carryUntilItDies(2);
        closes.close(new CloseOrder("c2", date("seoul", SATURDAY_DATE), "op", Set.of(), ""));
        // When
        shift(SUNDAY, 3_600);
        night.carrier.run();
        night.carrier.run();
        // Then
        assertThat(shown(SATURDAY).total()).isEqualTo(14_000);
        assertThat(shown(SUNDAY).total()).isEqualTo(14_500);
    }

    @Test
    void whatRacesAgainstTheCloseIsInTheStatementOrInTheNextOne() {
        // Given
        shift(WORK, 3_600);
        // When
        Race.run(
                List.<Callable<Object>>of(
                        () -> closes.close(order("c1")),
                        () -> closes.close(overriding("c2", Obstacle.Kind.DISPUTED)),
                        () -> {
                            sweep().run();
                            return "swept";
                        },
                        () -> {
                            rest(WORK, 600, 1_200);
                            return "rested";
                        }));
        sweep.run();
        shift(SATURDAY, 3_600);
        Race.run(
                IntStream.range(0, 8)
                        .<Callable<Object>>mapToObj(i ->
                                () -> {
                                    night.carrier(night.store).run();
                                    return "carried";
                                })
                        .toList());
        night.carrier.run();
        // Then
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isTrue();
        assertThat(shown(WORK).total() + shown(SATURDAY).total()).isEqualTo(28_000 - 2_333);
        assertThat(ledger(SATURDAY).corrections().stream().map(Correction::id))
                .doesNotHaveDuplicates();
        assertThat(changes())
                .containsExactly(
                        BusinessDateState.BUSINESS_DATE_STATE_CLOSING,
                        BusinessDateState.BUSINESS_DATE_STATE_CLOSED);
    }

    @Test
    void operatorsAreToldOfCorrectionsThatNoLaterShiftTakes() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        night.adjust("r1", WORK, 500);
        sweep.run();
        assertThat(overdueCorrections()).isZero();
        // When
        night.clock.advance(Duration.ofDays(31));
        sweep.run();
        // Then
        assertThat(overdueCorrections()).isEqualTo(1);
        // When the operator has paid it otherwise
        night.adjust("r2", WORK, -500);
        sweep.run();
        // Then
        assertThat(overdueCorrections()).isZero();
    }

    private void carryUntilItDies(int lostWrite) {
        DyingStore dying = new DyingStore(night.store, lostWrite);
        night.carrier(dying).run();
        assertThat(dying.writes().get()).isGreaterThanOrEqualTo(lostWrite);
    }

    private CloseService service() {
        return new CloseService(store, repository, night.ledgers, night.proof, night.clock);
    }

    private CloseSweep sweep() {
        return new CloseSweep(
                service(),
                new MongoCloseRepository(store),
                repository,
                night.carrier,
                night.clock,
                night.clock,
                SettledNight.config(),
                night.meters);
    }

    private List<BusinessDateState> changes() {
        return store.published().stream()
                .map(event ->
                        ((SettlementEvent) event.payload()).getBusinessDateChanged().getState())
                .toList();
    }

    private List<Obstacle> obstacles() {
        return closes.progress(FRIDAY).obstacles();
    }

    private double overdue() {
        return night.meters.get("supporters_settlement_overdue_closes").gauge().value();
    }

    private double overdueCorrections() {
        return night.meters.get("supporters_settlement_overdue_corrections").gauge().value();
    }

    private Ledger ledger(WorkId workId) {
        return night.store.find(workId.value()).orElseThrow().value();
    }

    private Statement shown(WorkId workId) {
        return night.statements.get(workId);
    }

    /** Entries that nobody's events come to. */
    private void forge() {
        night.store.change(
                WORK.value(),
                "",
                (current, version) -> {
                    Ledger ledger = current.orElseThrow();
                    return Optional.of(
                            Change.to(
                                    new Ledger(
                                            ledger.workId(),
                                            ledger.driverId(),
                                            ledger.facts(),
                                            List.of(
                                                    new LedgerEntry(
                                                            1,
                                                            TimeClass.WAITING,
                                                            7_200,
                                                            Night.at(3_600))),
                                            ledger.adjustments(),
                                            ledger.disputes(),
                                            ledger.corrections(),
                                            ledger.closed())));
                });
    }

    private void shift(WorkId workId, int seconds) {
        Fact.Begun begun = begun(workId, "seoul");
        night.add(
                workId, List.of(begun, new Fact.Ended("ended", begun.time().plusSeconds(seconds))));
    }

    private void rest(WorkId workId, int from, int to) {
        Instant begin = begun(workId, "seoul").time();
        night.add(
                workId,
                List.of(
                        new Fact.Rested("late-1", begin.plusSeconds(from), 2),
                        new Fact.Resumed("late-2", begin.plusSeconds(to), 3)));
    }

    private static Fact.Begun begun(WorkId workId, String region) {
        Instant begin =
                workId.businessDate().atStartOfDay(ZoneOffset.UTC).plusHours(12).toInstant();
        return new Fact.Begun(
                "begun",
                begin,
                Product.PRODUCT_DRIVER,
                workId.businessDate(),
                Night.TERMS,
                "",
                region,
                Optional.of(begin.plus(Duration.ofHours(4))));
    }

    private static CloseOrder order(String requestId) {
        return new CloseOrder(requestId, FRIDAY, "operator-1", Set.of(), "");
    }

    private static CloseOrder overriding(String requestId, Obstacle.Kind kind) {
        return new CloseOrder(requestId, FRIDAY, "operator-1", Set.of(kind), "looked at it");
    }

    private static BusinessDate date(String region, LocalDate date) {
        return new BusinessDate(Product.PRODUCT_DRIVER, region, date);
    }

    private static WorkId work(DriverId driverId, LocalDate businessDate) {
        return WorkId.of(driverId, Product.PRODUCT_DRIVER, businessDate);
    }

    /** Of a process that dies before a write. */
    private record DyingStore(AggregateStore<Ledger> store, int lost, AtomicInteger writes)
            implements AggregateStore<Ledger> {

        DyingStore(AggregateStore<Ledger> store, int lost) {
            this(store, lost, new AtomicInteger());
        }

        @Override
        public Optional<Versioned<Ledger>> find(String id) {
            return store.find(id);
        }

        @Override
        public List<Versioned<Ledger>> findAll(Collection<String> ids) {
            return store.findAll(ids);
        }

        @Override
        public List<Versioned<Ledger>> query(Query query) {
            return store.query(query);
        }

        @Override
        public Optional<Versioned<Ledger>> react(
                String id, String cause, Decision<Ledger> decision) {
            if (writes.incrementAndGet() >= lost) {
                throw new IllegalStateException("the process dies");
            }
            return store.react(id, cause, decision);
        }
    }
}
