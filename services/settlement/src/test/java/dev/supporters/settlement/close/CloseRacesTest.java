package dev.supporters.settlement.close;

import static dev.supporters.settlement.ledger.SettledNight.WORK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.settlement.ledger.Correction;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A close that meets other processes, or whose process dies. */
class CloseRacesTest extends ClosingNight {

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

    private void carryUntilItDies(int lostWrite) {
        DyingStore dying = new DyingStore(night.store, lostWrite);
        night.carrier(dying).run();
        assertThat(dying.writes().get()).isGreaterThanOrEqualTo(lostWrite);
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
                String id, String cause, ChangeDecision<Ledger> decision) {
            if (writes.incrementAndGet() >= lost) {
                throw new IllegalStateException("the process dies");
            }
            return store.react(id, cause, decision);
        }
    }
}
