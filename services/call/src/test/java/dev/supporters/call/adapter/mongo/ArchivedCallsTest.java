package dev.supporters.call.adapter.mongo;

import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.DRIVER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallPage;
import dev.supporters.call.life.CallPage.Cursor;
import dev.supporters.call.life.CallPage.Filter;
import dev.supporters.call.life.CallQueryService;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Kind;
import dev.supporters.contract.CallId;
import dev.supporters.platform.store.Versioned;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that ended a while ago are in the archive; only sweeps notice it. */
class ArchivedCallsTest {

    @AutoClose private static final TestStore STORE = new TestStore();

    private final TestClock clock = new TestClock();
    private final MongoDatabase database = STORE.database();
    private final MongoCallRepository calls =
            new MongoCallRepository(
                    STORE.open(CallStores.CALLS, clock, database),
                    new InMemoryAggregateStore<>(CallStores.ERASURES),
                    new SimpleMeterRegistry());
    private final CallQueryService queries = new CallQueryService(calls);

    @BeforeEach
    void archiveThreeOfFive() {
        for (int number = 1; number <= 5; number++) {
            create(number);
        }
        end(1);
        end(3);
        end(4);
        clock.advance(TestStore.ARCHIVED_AFTER.plus(Duration.ofMinutes(1)));
        // a call whose events are not published yet is not archived yet
        await().untilAsserted(() -> {
            clock.tick();
            assertThat(database.getCollection("calls").countDocuments()).isEqualTo(2);
        });
    }

    @Test
    void listsHaveThemInTheSameOrderPageByPage() {
        // When
        List<List<String>> pages = new ArrayList<>();
        String token = "";
        do {
            CallPage page = queries.list(filter(Set.of(), "", Cursor.parse(token)), 2);
            pages.add(ids(page.calls()));
            token = page.nextToken();
        } while (!token.isEmpty());

        // Then
        assertThat(pages).containsExactly(List.of("5", "4"), List.of("3", "2"), List.of("1"));
    }

    @Test
    void aCustomersHistoryAndAFilterByStateHaveThem() {
        assertThat(ids(calls.list(filter(Set.of(), CUSTOMER, Optional.empty()), 10)))
                .containsExactly("5", "4", "3", "2", "1");
        assertThat(ids(calls.list(filter(Set.of(Kind.CANCELLED), "", Optional.empty()), 10)))
                .containsExactly("4", "3", "1");
    }

    @Test
    void aDriversHistoryHasThem() {
        Filter ofDriver =
                new Filter(
                        Set.of(),
                        "",
                        Optional.of(DRIVER),
                        Filter.EVER,
                        Filter.FOREVER,
                        Optional.empty());

        assertThat(ids(calls.list(ofDriver, 10))).containsExactly("4", "3", "1");
    }

    @Test
    void theyAreFoundByTheirIds() {
        assertThat(queries.get(new CallId("1")).value().state().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(ids(queries.batchGet(List.of(new CallId("1"), new CallId("2")))))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void theRecoverysSweepDoesNotSeeThem() {
        assertThat(ids(calls.requested(10))).containsExactly("2", "5");
    }

    @Test
    void theSameRequestAgainFindsTheCallThatEnded() {
        // When
        Versioned<Call> again = calls.create(Call.requested(SampleCalls.order(id(1), time(1))));

        // Then
        assertThat(again.value().state().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(again.version()).isEqualTo(2);
        assertThat(database.getCollection("calls").countDocuments()).isEqualTo(2);
    }

    private void create(int number) {
        calls.create(Call.requested(SampleCalls.order(id(number), time(number))));
    }

    private void end(int number) {
        calls.change(
                id(number),
                "",
                call ->
                        Optional.of(
                                call.commanded(SampleCalls.COMMAND, clock.instant())
                                        .cancelled(Canceller.CUSTOMER, clock.instant())));
    }

    private static CallId id(int number) {
        return new CallId(String.valueOf(number));
    }

    private static Instant time(int number) {
        return SampleCalls.NOW.plusSeconds(number);
    }

    private static Filter filter(Set<Kind> states, String customer, Optional<Cursor> after) {
        return new Filter(states, customer, Optional.empty(), Filter.EVER, Filter.FOREVER, after);
    }

    private static List<String> ids(List<Versioned<Call>> found) {
        return found.stream().map(Versioned::id).toList();
    }
}
