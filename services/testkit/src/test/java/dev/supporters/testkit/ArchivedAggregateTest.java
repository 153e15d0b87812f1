package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.DuplicateKey;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** What may still happen to an aggregate that is in the archive. */
class ArchivedAggregateTest {

    @AutoClose private static final TestStore STORE = new TestStore();

    @AutoClose
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final StayStore store = new StayStore(STORE, THREADS);

    @Test
    void anArchivedAggregateThatChangesIsAWorkingOneAgainAndRemembersItsCauses() {
        store.stays.change(
                "a",
                "request-1",
                (current, version) ->
                        Optional.of(
                                Change.to(
                                        new StayStore.Stay(
                                                "1", 1, Optional.of(store.clock.instant())))));
        store.archiveAll();

        Versioned<StayStore.Stay> repeated = store.charge("a", "request-1");
        assertThat(repeated.repeated()).isTrue();
        assertThat(store.archivedIds()).containsExactly("a");

        Versioned<StayStore.Stay> revived = store.charge("a", "request-2");
        assertThat(revived.version()).isEqualTo(2);
        assertThat(revived.value().bill()).isEqualTo(2);
        assertThat(store.workingIds()).containsExactly("a");
        assertThat(store.archivedIds()).isEmpty();
        assertThat(store.charge("a", "request-1").repeated()).isTrue();
        assertThat(store.charge("a", "request-2").repeated()).isTrue();

        store.clock.tick();
        assertThat(store.workingIds()).containsExactly("a");
        store.archiveAll();
        assertThat(store.workingIds()).isEmpty();
    }

    @Test
    void nothingThatIsDecidedAboutAnArchivedAggregateLeavesItThere() {
        store.putEnded("a", "1", 10);
        store.archiveAll();

        assertThat(store.stays.react("a", "", (current, version) -> Optional.empty())).isPresent();

        assertThat(store.archivedIds()).containsExactly("a");
        assertThat(store.workingIds()).isEmpty();
    }

    @Test
    void anArchivedAggregateRemembersARequestThatFoundNothingToChange() {
        store.putEnded("a", "1", 10);
        store.archiveAll();
        store.put("b", "1", 20, Optional.empty());

        store.stays.react(
                "a", RequestCause.of("pay", "0", 1), (current, version) -> Optional.empty());

        assertThat(store.archivedIds())
                .as("another has its unique value, so it stays there")
                .containsExactly("a");
        assertThatThrownBy(() -> store.charge("a", RequestCause.of("pay", "0", 2)))
                .isInstanceOf(Refusal.class);
        assertThat(store.charge("a", RequestCause.of("pay", "0", 1)).repeated()).isTrue();
    }

    @Test
    void aRequestThatFoundNothingToChangeWhileAnotherRevivesIsKnownAfterwards() {
        store.putEnded("a", "1", 10);
        store.archiveAll();
        AtomicBoolean first = new AtomicBoolean(true);

        store.stays.react(
                "a",
                RequestCause.of("charge", "1", 1),
                (current, version) -> {
                    if (first.getAndSet(false)) {
                        findsNothingToChange("pay", 1);
                    }
                    return Optional.of(
                            Change.to(
                                    new StayStore.Stay(
                                            "1", 11, Optional.of(store.clock.instant()))));
                });

        assertThat(store.stay("a").bill()).isEqualTo(11);
        assertThatThrownBy(() -> store.charge("a", RequestCause.of("pay", "0", 2)))
                .isInstanceOf(Refusal.class);
        assertThat(store.charge("a", RequestCause.of("pay", "0", 1)).repeated()).isTrue();
        assertThat(store.stay("a").bill()).isEqualTo(11);
        assertThat(store.archivedIds()).isEmpty();
    }

    @Test
    void whatItRemembersGoesToTheArchiveWithIt() {
        store.putEnded("a", "1", 10);
        store.archiveAll();
        findsNothingToChange("pay", 1);
        assertThat(store.workingIds()).containsExactly("a");
        assertThat(store.archivedIds()).isEmpty();

        store.archiveAll();

        assertThat(store.workingIds()).isEmpty();
        assertThatThrownBy(() -> store.charge("a", RequestCause.of("pay", "0", 2)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void anArchivedAggregateRemembersAsManyRequestsInVainAsAnotherOne() {
        store.putEnded("a", "1", 10);
        store.archiveAll();

        for (int i = 1; i <= 17; i++) {
            findsNothingToChange("pay-" + i, i);
        }

        assertThat(store.charge("a", RequestCause.of("pay-2", "0", 2)).repeated()).isTrue();
        assertThat(store.charge("a", RequestCause.of("pay-1", "0", 1)).repeated()).isFalse();
    }

    private void findsNothingToChange(String operation, Object body) {
        store.stays.react(
                "a", RequestCause.of(operation, "0", body), (current, version) -> Optional.empty());
    }

    @Test
    void anArchivedAggregateDoesNotKeepAUniqueValueTaken() {
        store.putEnded("a", "1", 10);
        store.archiveAll();
        store.put("b", "1", 20, Optional.empty());

        assertThatThrownBy(() -> store.charge("a", "")).isInstanceOf(DuplicateKey.class);
        assertThat(store.stay("a").bill()).isEqualTo(10);
    }

    @Test
    void aProcessThatDiesBetweenCopyAndDeleteLeavesAStaleCopyThatHarmsNobody() {
        store.putEnded("a", "1", 10);
        store.archive().insertOne(store.working().find().first());
        store.charge("a", "");

        assertThat(store.stay("a").bill()).isEqualTo(11);
        assertThat(store.stays.query(StayStore.BY_BILL.includingArchived()))
                .extracting(found -> found.value().bill())
                .containsExactly(11);

        store.archiveAll();
        assertThat(store.workingIds()).isEmpty();
        assertThat(store.stay("a").bill()).isEqualTo(11);
    }
}
