package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.Versioned;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The archive while several processes sweep, and others change what is swept. */
class StoreSweepRaceTest {

    @AutoClose private static final TestStore STORE = new TestStore();

    @AutoClose
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final StayStore store = new StayStore(STORE, THREADS);

    @RepeatedTest(10)
    void twoProcessesArchiveTogether() {
        TestClock clockOfTheOther = new TestClock();
        STORE.open(StayStore.STAYS, clockOfTheOther, store.database);
        for (int i = 0; i < 20; i++) {
            store.putEnded("s" + i, "" + i, i);
        }
        store.clock.advance(TestStore.ARCHIVED_AFTER);
        clockOfTheOther.advance(TestStore.ARCHIVED_AFTER);

        Race.run(StayStore.ticks(store.clock), StayStore.ticks(clockOfTheOther));

        assertThat(store.workingIds()).isEmpty();
        assertThat(store.archivedIds()).hasSize(20);
    }

    @RepeatedTest(10)
    void aChangeDuringArchivingIsNotLost() {
        for (int i = 0; i < 20; i++) {
            store.putEnded("s" + i, "" + i, 0);
        }
        store.clock.advance(TestStore.ARCHIVED_AFTER);

        Race.run(
                StayStore.ticks(store.clock),
                () -> {
                    for (int i = 0; i < 20; i++) {
                        store.charge("s" + i, "");
                    }
                    return true;
                });

        for (int i = 0; i < 20; i++) {
            Versioned<StayStore.Stay> stay = store.stays.find("s" + i).orElseThrow();
            assertThat(stay.version()).isEqualTo(2);
            assertThat(stay.value().bill()).isEqualTo(1);
        }
    }

    @RepeatedTest(10)
    void ofManyWhoReviveEveryoneCountsOnce() {
        store.putEnded("a", "1", 0);
        store.archiveAll();
        Callable<Long> charge = () -> store.charge("a", "").version();

        List<Long> versions = Race.run(charge, charge, charge, charge);

        assertThat(versions).containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
        assertThat(store.stay("a").bill()).isEqualTo(4);
        assertThat(store.archivedIds()).isEmpty();
    }

    @RepeatedTest(10)
    void whoDecidesDuringARevivalFindsTheAggregate() {
        store.putEnded("a", "1", 0);
        store.archiveAll();

        List<Boolean> found =
                Race.run(
                        () -> store.charge("a", "").version() == 2,
                        () -> !refusesWhatIsNotThere().isEmpty(),
                        () -> !leavesWhatIsThere().isEmpty());

        assertThat(found).containsOnly(true);
    }

    private Optional<Versioned<StayStore.Stay>> refusesWhatIsNotThere() {
        return store.stays.react(
                "a",
                "",
                (current, version) -> {
                    if (current.isEmpty()) {
                        throw new NoSuchElementException("a");
                    }
                    return Optional.empty();
                });
    }

    private Optional<Versioned<StayStore.Stay>> leavesWhatIsThere() {
        return store.stays.react("a", "", (current, version) -> Optional.empty());
    }
}
