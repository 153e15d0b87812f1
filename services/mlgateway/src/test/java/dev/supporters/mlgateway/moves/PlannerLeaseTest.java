package dev.supporters.mlgateway.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.mlgateway.adapter.mongo.MovePlanStores;
import dev.supporters.mlgateway.moves.PlannerLease.LeaseTerms;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** One planner at a time, whatever the number of instances, in a real store. */
class PlannerLeaseTest {

    private static final String REGION = "DRIVER/seoul";
    private static final LeaseTerms TERMS =
            new LeaseTerms(Duration.ofSeconds(45), Duration.ofSeconds(2));

    @AutoClose private final TestStore store = new TestStore();
    private final TestClock clock = new TestClock();
    private final AggregateStore<PlannerLease> leases = store.open(MovePlanStores.LEASES, clock);

    @Test
    void theFirstWhoAsksHasItAndKeepsItByAsking() {
        // Given
        LeaseService one = instance("one", clock);
        LeaseService other = instance("other", clock);
        assertThat(one.hold(REGION)).isTrue();

        // When and then
        for (int tick = 0; tick < 20; tick++) {
            clock.advance(Duration.ofSeconds(15));
            assertThat(other.hold(REGION)).isFalse();
            assertThat(one.hold(REGION)).isTrue();
        }
    }

    @Test
    void anotherTakesOverWhenTheHolderIsGone() {
        // Given
        LeaseService killed = instance("killed", clock);
        LeaseService other = instance("other", clock);
        killed.hold(REGION);

        // When and then
        clock.advance(Duration.ofSeconds(47));
        assertThat(other.hold(REGION)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(other.hold(REGION)).isTrue();
        assertThat(killed.hold(REGION)).isFalse();
        assertThat(killed.holds(REGION)).isFalse();
    }

    @Test
    void ofManyWhoAskAtOnceOneHasIt() {
        // Given
        List<Callable<Boolean>> instances = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LeaseService instance = instance("instance-" + i, clock);
            instances.add(() -> instance.hold(REGION));
        }

        // When
        List<Boolean> held = Race.run(instances);

        // Then
        assertThat(held).containsOnlyOnce(true);
    }

    @Test
    void regionsHaveLeasesOfTheirOwn() {
        assertThat(instance("one", clock).hold(REGION)).isTrue();
        assertThat(instance("other", clock).hold("DRIVER/busan")).isTrue();
    }

    /** The holder's clock is two seconds late and the other's two seconds early, at every moment of the lease. */
    @Test
    void nobodyHasItTwiceThoughClocksDiffer() {
        // Given
        TestClock late = new TestClock(clock.instant().minusSeconds(2));
        TestClock early = new TestClock(clock.instant().plusSeconds(2));
        LeaseService holder = instance("holder", late);
        LeaseService other = instance("other", early);
        assertThat(holder.hold(REGION)).isTrue();

        // When and then
        boolean taken = false;
        for (int step = 0; step < 600; step++) {
            late.advance(Duration.ofMillis(100));
            early.advance(Duration.ofMillis(100));
            boolean holds = holder.holds(REGION);
            taken = other.hold(REGION);
            assertThat(holds && taken).as("both after %d steps", step).isFalse();
        }
        assertThat(taken).isTrue();
    }

    @Test
    void aHolderWhoseTickTookTooLongKnowsThatItIsOver() {
        // Given
        LeaseService slow = instance("slow", clock);
        slow.hold(REGION);

        // When
        clock.advance(Duration.ofSeconds(43));

        // Then
        assertThat(slow.holds(REGION)).isFalse();
        assertThat(slow.hold(REGION)).isTrue();
    }

    @Test
    void refusesALeaseThatIsTooShortForTheClocks() {
        assertThatThrownBy(() -> new LeaseTerms(Duration.ofSeconds(8), Duration.ofSeconds(2)))
                .hasMessage("lease: PT8S (expected: more than four times the skew PT2S)");
    }

    private LeaseService instance(String name, TestClock itsClock) {
        return new LeaseService(leases, name, TERMS, itsClock);
    }
}
