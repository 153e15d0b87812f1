package dev.supporters.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.settlement.v1.LedgerEntry;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.LedgerMapper;
import dev.supporters.settlement.adapter.mongo.MongoLedgers;
import dev.supporters.settlement.reckoning.Fact;
import dev.supporters.settlement.reckoning.TimeClass;
import dev.supporters.testkit.InMemoryDocuments;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class LedgerBookTest {

    private static final WorkKey KEY = new WorkKey("d1", Product.PRODUCT_DRIVER, Night.FRIDAY);

    private final TestClock clock = new TestClock(Night.at(7_200));
    private final InMemoryDocuments<Ledger> documents = new InMemoryDocuments<>(new LedgerMapper());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LedgerBook book = new LedgerBook(documents, new PostingMeter(meters), clock);
    private final Statements statements =
            new Statements(documents, new MongoLedgers(documents), clock);

    @Test
    void postsNothingBeforeTheWorkHasEnded() {
        add(new Night().begun().accepted("k", 600).list());

        Account account = statements.get(KEY);

        assertThat(account.reckoning().ended()).isFalse();
        assertThat(account.reckoning().end()).isEqualTo(clock.instant());
        assertThat(account.reckoning().paidSeconds()).isEqualTo(7_200);
        assertThat(account.entries()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void postsTheClassesWhenTheWorkHasEnded() {
        // When
        add(
                new Night()
                        .begun()
                        .accepted("k", 600)
                        .pickedUp("k", 900)
                        .over("k", 1_800)
                        .ended(3_600)
                        .list());
        // Then
        Account account = statements.get(KEY);
        assertThat(account.reckoning().ended()).isTrue();
        assertThat(account.entries())
                .containsExactly(
                        new Entry(1, TimeClass.DRIVING, 900, clock.instant()),
                        new Entry(2, TimeClass.TO_CUSTOMER, 300, clock.instant()),
                        new Entry(3, TimeClass.WAITING, 2_400, clock.instant()));
        assertThat(account.reckoning().paidMinutes()).isEqualTo(60);
        assertThat(account.total()).isEqualTo(14_000);
        assertThat(told()).hasSize(1);
        assertThat(told().getFirst().getWorkId()).isEqualTo(Night.WORK);
        assertThat(told().getFirst().getPosted().getEntriesList())
                .extracting(LedgerEntry::getSeconds)
                .containsExactly(900L, 300L, 2_400L);
    }

    @Test
    void factsThatComeBeforeTheBeginAreKept() {
        // Given
        List<Fact> facts =
                new Night().begun().accepted("k", 600).over("k", 900).ended(3_600).list();
        add(facts.reversed().subList(0, 3));
        assertRefused(ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND, () -> statements.get(KEY));
        // When
        add(facts.subList(0, 1));
        // Then
        assertThat(statements.get(KEY).reckoning().seconds().of(TimeClass.TO_CUSTOMER))
                .isEqualTo(300);
        assertThat(told()).hasSize(1);
    }

    @Test
    void aLateFactIsCorrectedByNewEntries() {
        // Given
        add(new Night().begun().ended(3_600).list());
        clock.advance(Duration.ofMinutes(5));
        // When
        add(List.of(new Fact.Rested("late-1", Night.at(600), 2)));
        add(List.of(new Fact.Resumed("late-2", Night.at(1_200), 3)));
        // Then
        assertThat(statements.get(KEY).entries())
                .extracting(Entry::timeClass, Entry::seconds)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TimeClass.WAITING, 3_600L),
                        org.assertj.core.groups.Tuple.tuple(TimeClass.RESTING, 3_000L),
                        org.assertj.core.groups.Tuple.tuple(TimeClass.WAITING, -3_000L),
                        org.assertj.core.groups.Tuple.tuple(TimeClass.RESTING, -2_400L),
                        org.assertj.core.groups.Tuple.tuple(TimeClass.WAITING, 2_400L));
        assertThat(statements.get(KEY).reckoning().paidMinutes()).isEqualTo(50);
        assertThat(statements.recompute(KEY).same()).isTrue();
        assertThat(told()).hasSize(3);
    }

    @Test
    void theSameFactTwiceIsOne() {
        List<Fact> facts =
                new Night().begun().accepted("k", 600).over("k", 900).ended(3_600).list();
        add(facts);
        long version = documents.find(Night.WORK).orElseThrow().version();

        add(facts);

        assertThat(documents.find(Night.WORK).orElseThrow().version()).isEqualTo(version);
        assertThat(told()).hasSize(1);
    }

    @Test
    void factsFromSeveralConsumersAtOnceAreAllKept() {
        // Given
        List<Callable<Boolean>> adders =
                IntStream.range(0, 16)
                        .<Callable<Boolean>>mapToObj(i ->
                                () -> {
                                    book.add(
                                            Night.WORK,
                                            "d1",
                                            new Fact.Lost("lost-" + i, Night.at(i)));
                                    return true;
                                })
                        .toList();
        // When
        Race.run(adders);
        // Then
        assertThat(documents.find(Night.WORK).orElseThrow().value().facts().all()).hasSize(16);
    }

    @Test
    void countsPaidSecondsByClass() {
        add(new Night().begun().rested(600, 2).resumed(1_200, 3).ended(3_600).list());

        assertThat(
                        meters.counter(
                                        "supporters_settlement_paid_seconds_total",
                                        "class",
                                        "waiting")
                                .count())
                .isEqualTo(3_000);
        assertThat(
                        meters.find("supporters_settlement_paid_seconds_total")
                                .tag("class", "resting")
                                .counter())
                .isNull();
        assertThat(meters.counter("supporters_settlement_postings_total", "kind", "first").count())
                .isEqualTo(1);
    }

    @Test
    void adjustsOnceAndTellsIt() {
        // Given
        add(new Night().begun().ended(3_600).list());
        // When
        book.adjust(order("r1", -2_000));
        book.adjust(order("r1", -2_000));
        Account account = book.adjust(order("r2", 500));
        // Then
        assertThat(account.total()).isEqualTo(12_500);
        assertThat(account.reckoning().earned()).isEqualTo(14_000);
        assertThat(account.adjustments())
                .containsExactly(
                        new Adjustment(
                                "r1", -2_000, "cold-zone parking", "operator-1", clock.instant()),
                        new Adjustment(
                                "r2", 500, "cold-zone parking", "operator-1", clock.instant()));
        assertThat(told()).hasSize(3);
        assertThat(told().get(1).getAdjusted().getAdjustment().getAmount().getAmount())
                .isEqualTo(-2_000);
        assertThat(told().get(1).getAdjusted().getAdjustment().getAmount().getCurrency())
                .isEqualTo("KRW");
    }

    @Test
    void adjustsAWorkThatHasNotEnded() {
        add(new Night().begun().list());

        assertThat(book.adjust(order("r1", 1_000)).total()).isEqualTo(28_000 + 1_000);
    }

    @Test
    void refusesToUseARequestIdForSomethingElse() {
        add(new Night().begun().ended(3_600).list());
        book.adjust(order("r1", -2_000));

        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED, () -> book.adjust(order("r1", -3_000)));
    }

    @Test
    void refusesAnotherCurrencyNoAmountNoReasonAndNobody() {
        add(new Night().begun().ended(3_600).list());
        ErrorReason invalid = ErrorReason.ERROR_REASON_INVALID_ARGUMENT;

        assertRefused(
                invalid, () -> book.adjust(new AdjustOrder("r1", KEY, 1, "USD", "why", "who")));
        assertRefused(invalid, () -> order("r1", 0));
        assertRefused(invalid, () -> order("r1", AdjustOrder.MOST + 1));
        assertRefused(invalid, () -> new AdjustOrder("r1", KEY, 1, "KRW", "", "who"));
        assertRefused(invalid, () -> new AdjustOrder("r1", KEY, 1, "KRW", "w".repeat(501), "who"));
        assertRefused(invalid, () -> new AdjustOrder("r1", KEY, 1, "KRW", "why", " "));
        assertRefused(invalid, () -> new AdjustOrder("", KEY, 1, "KRW", "why", "who"));
    }

    @Test
    void refusesStatementsOfWorksThatNeverWere() {
        ErrorReason notFound = ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND;

        assertRefused(notFound, () -> statements.get(KEY));
        assertRefused(notFound, () -> statements.recompute(KEY));
        assertRefused(notFound, () -> book.adjust(order("r1", 1)));
    }

    @Test
    void recomputesFromTheFactsAndSeesALedgerThatDiffers() {
        // Given
        add(new Night().begun().ended(3_600).list());
        documents.change(
                Night.WORK,
                "",
                (current, version) -> {
                    Ledger ledger = current.orElseThrow();
                    List<Entry> forged =
                            List.of(new Entry(1, TimeClass.WAITING, 7_200, clock.instant()));
                    return Optional.of(
                            dev.supporters.platform.store.Change.to(
                                    new Ledger(
                                            ledger.workId(),
                                            ledger.driverId(),
                                            ledger.facts(),
                                            forged,
                                            ledger.adjustments())));
                });
        // When
        Recomputed recomputed = statements.recompute(KEY);
        // Then
        assertThat(recomputed.same()).isFalse();
        assertThat(recomputed.account().reckoning().paidSeconds()).isEqualTo(3_600);
        assertThat(statements.get(KEY).reckoning().paidSeconds()).isEqualTo(7_200);
    }

    @Test
    void recomputesAnOpenWork() {
        add(new Night().begun().list());

        assertThat(statements.recompute(KEY).same()).isTrue();
    }

    @Test
    void listsABusinessDateByPages() {
        // Given
        for (String driver : List.of("d3", "d1", "d2")) {
            new Night()
                    .begun()
                    .list()
                    .forEach(fact -> book.add(driver + "-driver-2026-11-20", driver, fact));
        }
        book.add(
                "d0-driver-2026-11-20",
                "d0",
                new Fact.Lost("x", Night.at(1))); // its begin is not known yet
        // When
        Page first = statements.list(Night.FRIDAY, "", 2);
        Page second = statements.list(Night.FRIDAY, first.nextToken(), 2);
        // Then
        assertThat(first.accounts()).extracting(Account::driverId).containsExactly("d1", "d2");
        assertThat(second.accounts()).extracting(Account::driverId).containsExactly("d3");
        assertThat(second.nextToken()).isEmpty();
        assertThat(statements.list(LocalDate.parse("2026-11-21"), "", 2).accounts()).isEmpty();
        assertThat(statements.list(Night.FRIDAY, "", 3).nextToken()).isEmpty();
    }

    private void add(List<Fact> facts) {
        facts.forEach(fact -> book.add(Night.WORK, "d1", fact));
    }

    private List<SettlementEvent> told() {
        return documents.published().stream()
                .map(event -> (SettlementEvent) event.payload())
                .toList();
    }

    private static AdjustOrder order(String requestId, long amount) {
        return new AdjustOrder(requestId, KEY, amount, "KRW", "cold-zone parking", "operator-1");
    }

    private static void assertRefused(ErrorReason reason, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
