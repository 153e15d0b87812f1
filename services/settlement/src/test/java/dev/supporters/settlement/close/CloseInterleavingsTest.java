package dev.supporters.settlement.close;

import static dev.supporters.settlement.ledger.SettledNight.WORK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.MongoLedgerRepository;
import dev.supporters.settlement.ledger.Closed;
import dev.supporters.settlement.ledger.Correction;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.pay.Fact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A date that is closed while something late arrives and another process closes it, too: at every step between two accesses to the store.
 * Whatever the order, what is late is in the statement or corrects a later one, never both, never neither; and what the date came to when it
 * was said to be closed, it comes to for ever.
 */
class CloseInterleavingsTest {

    private static final WorkId OTHERS_SATURDAY =
            ClosingNight.work(ClosingNight.OTHER, ClosingNight.SATURDAY_DATE);

    /** What arrives, and what both drivers earn on both dates with it. */
    private enum Late {
        REST_OF_A_KNOWN_SHIFT(-2_333) {
            @Override
            void arrive(Closing closing) {
                closing.rest(WORK, 600, 1_200);
            }
        },
        OPERATORS_ENTRY(500) {
            @Override
            void arrive(Closing closing) {
                closing.night.adjust("r1", WORK, 500);
            }
        },
        SHIFT_THAT_NOBODY_KNEW(14_000) {
            @Override
            void arrive(Closing closing) {
                closing.others(ClosingNight.OTHERS);
            }
        };

        private final long worth;

        Late(long worth) {
            this.worth = worth;
        }

        abstract void arrive(Closing closing);
    }

    @ParameterizedTest
    @EnumSource(Late.class)
    void whateverTheOrderAllIsPaidOnceAndAClosedDateStaysAsItIs(Late late) {
        int steps = new Closing(late, -1, -1).run();
        for (int closer = -1; closer < steps; closer++) {
            for (int arrival = -1; arrival < steps + 1; arrival++) {
                // When
                Closing closing = new Closing(late, closer, arrival);
                closing.run();

                // Then
                closing.requireThatAllIsPaidOnce();
            }
        }
        assertThat(steps).isGreaterThan(8);
    }

    /** The other process is in between itself when what is late arrives, and the first one goes on after both. */
    @ParameterizedTest
    @EnumSource(Late.class)
    void soItIsIfItArrivesWithinTheOtherProcess(Late late) {
        int steps = new Closing(late, -1, -1).run();
        for (int closer = 0; closer < steps; closer++) {
            for (int arrival = 0; arrival < steps; arrival++) {
                // When
                Closing closing = new Closing(late, closer, -1, arrival);
                closing.run();

                // Then
                closing.requireThatAllIsPaidOnce();
            }
        }
    }

    @Test
    void
            aShiftThatBecameKnownAfterItsDateWasClosedIsPaidLaterAlsoByAProcessThatDoesNotKnowOfTheClose() {
        // Given: one process has read that the date is closing; the other one closes it; then the
        // shift arrives
        Closing closing = new Closing(Late.SHIFT_THAT_NOBODY_KNEW, -1, -1);
        DateClose stale = closing.closes.begin(ClosingNight.FRIDAY, ClosingNight.WINDOW_END);
        closing.closes.proceed(stale);
        closing.others(ClosingNight.OTHERS);

        // When
        closing.closes.proceed(stale);

        // Then
        assertThat(closing.ledger(ClosingNight.OTHERS).closed().map(Closed::total)).contains(0L);
    }

    /** One order of things. */
    private static final class Closing extends ClosingNight {

        private final Late late;
        private final int closerAt;
        private final int arrivalAt;
        private final int arrivalWithinAt;
        private OptionalLong paidAtClose = OptionalLong.empty();
        private boolean arrived;

        private Closing(Late late, int closerAt, int arrivalAt) {
            this(late, closerAt, arrivalAt, -1);
        }

        private Closing(Late late, int closerAt, int arrivalAt, int arrivalWithinAt) {
            this.late = late;
            this.closerAt = closerAt;
            this.arrivalAt = arrivalAt;
            this.arrivalWithinAt = arrivalWithinAt;
            onSundayBeforeTheWindow();
            shift(WORK, 3_600);
        }

        /** Closes the date in between which the others do their part; says in how many steps. */
        private int run() {
            Steps steps = new Steps();
            steps.before(
                    closerAt,
                    () -> {
                        Steps others = new Steps();
                        others.before(arrivalWithinAt, this::arrive);
                        closer(others).close(order("c2"));
                    });
            steps.before(arrivalAt, this::arrive);
            closer(steps).close(order("c1"));
            return steps.count;
        }

        private void arrive() {
            if (!arrived) {
                arrived = true;
                late.arrive(this);
            }
        }

        private CloseService closer(Steps steps) {
            AggregateStore<Ledger> ledgers = new SteppedStore<>(night.store, steps, ledger -> {});
            return new CloseService(
                    new SteppedStore<>(store, steps, this::noteClose),
                    new MongoLedgerRepository(ledgers),
                    night.ledgers(ledgers),
                    night.proof,
                    night.clock);
        }

        private void noteClose(DateClose close) {
            if (close.isClosed() && paidAtClose.isEmpty()) {
                paidAtClose = OptionalLong.of(paid());
            }
        }

        /** What the date's closed statements come to. */
        private long paid() {
            return night.store.all().stream()
                    .map(Versioned::value)
                    .filter(ledger -> ledger.workId().businessDate().equals(Night.FRIDAY))
                    .flatMap(ledger -> ledger.closed().stream())
                    .mapToLong(Closed::total)
                    .sum();
        }

        private void requireThatAllIsPaidOnce() {
            String order =
                    "closer at %s, arrival at %s, within at %s"
                            .formatted(closerAt, arrivalAt, arrivalWithinAt);
            arrive();
            sweep.run();
            sweep.run();
            assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).as(order).isTrue();
            shift(SATURDAY, 3_600);
            others(OTHERS_SATURDAY);
            sweep.run();
            sweep.run();
            assertThat(paidAtClose).as("%s: closed", order).isPresent();
            assertThat(paid()).as("%s: the closed date", order).isEqualTo(paidAtClose.getAsLong());
            long later = shown(SATURDAY).total() + shown(OTHERS_SATURDAY).total();
            assertThat(paid() + later).as("%s: all", order).isEqualTo(3 * 14_000 + late.worth);
            requireThatEachIsNamedOnce(order);
        }

        /** What is said to be late is what a later statement names, each once. */
        private void requireThatEachIsNamedOnce(String order) {
            List<Ledger> all = night.store.all().stream().map(Versioned::value).toList();
            List<String> afterTheClose =
                    all.stream()
                            .flatMap(ledger -> ledger.closed().stream())
                            .flatMap(closed -> closed.late().events().stream())
                            .sorted()
                            .toList();
            List<String> corrected =
                    all.stream()
                            .flatMap(ledger -> ledger.corrections().stream())
                            .map(Correction::late)
                            .flatMap(entries -> entries.events().stream())
                            .sorted()
                            .toList();
            assertThat(corrected).as("%s: named", order).isEqualTo(afterTheClose);
        }

        private void others(WorkId workId) {
            Fact.Begun begun = begun(workId, "seoul");
            night.ledgers.add(workId, OTHER, begun);
            night.ledgers.add(
                    workId, OTHER, new Fact.Ended("ended", begun.time().plusSeconds(3_600)));
        }
    }

    /** Counts the accesses of one process to the stores, and lets others go first before some. */
    private static final class Steps {

        private final List<Integer> at = new ArrayList<>();
        private final List<Runnable> others = new ArrayList<>();
        private int count;

        void before(int step, Runnable other) {
            at.add(step);
            others.add(other);
        }

        void step() {
            int now = count++;
            for (int i = 0; i < at.size(); i++) {
                if (at.get(i) == now) {
                    others.get(i).run();
                }
            }
        }
    }

    /** Others may go first before each access, and between a decision and its write. */
    private record SteppedStore<T>(AggregateStore<T> store, Steps steps, Consumer<T> written)
            implements AggregateStore<T> {

        @Override
        public Optional<Versioned<T>> find(String id) {
            steps.step();
            return store.find(id);
        }

        @Override
        public List<Versioned<T>> findAll(Collection<String> ids) {
            steps.step();
            return store.findAll(ids);
        }

        @Override
        public List<Versioned<T>> query(Query query) {
            steps.step();
            return store.query(query);
        }

        @Override
        public Optional<Versioned<T>> react(String id, String cause, ChangeDecision<T> decision) {
            steps.step();
            Optional<Versioned<T>> after =
                    store.react(
                            id,
                            cause,
                            (current, version) -> {
                                Optional<Change<T>> change = decision.decide(current, version);
                                steps.step();
                                return change;
                            });
            after.map(Versioned::value).ifPresent(written);
            return after;
        }
    }
}
