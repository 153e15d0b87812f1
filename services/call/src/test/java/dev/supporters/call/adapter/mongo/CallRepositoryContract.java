package dev.supporters.call.adapter.mongo;

import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallPage;
import dev.supporters.call.life.CallPage.Cursor;
import dev.supporters.call.life.CallPage.Filter;
import dev.supporters.call.life.CallQueryService;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.CallState.Kind;
import dev.supporters.call.life.Nearby;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.InMemoryAggregateStore;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What every store of calls does. */
abstract class CallRepositoryContract {

    private static final Position HERE = SampleCalls.order().origin().position().orElseThrow();

    private CallRepository calls;

    abstract AggregateStore<Call> documents();

    @BeforeEach
    void open() {
        calls =
                new MongoCallRepository(
                        documents(),
                        new InMemoryAggregateStore<>(CallStores.ERASURES),
                        new SimpleMeterRegistry());
    }

    @Test
    void keepsEveryStateAsItIs() {
        for (Call call : SampleCalls.all()) {
            // When
            calls.create(SampleCalls.requested());
            calls.change(call.id(), "", current -> Optional.of(call));

            // Then
            assertThat(calls.find(call.id()).orElseThrow().value()).isEqualTo(call);
        }
    }

    @Test
    void createsACallOnce() {
        // When
        Versioned<Call> first = calls.create(SampleCalls.requested());
        Versioned<Call> second = calls.create(SampleCalls.general());

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(second.version()).isEqualTo(1);
    }

    @Test
    void doesNotChangeWhatIsNotThere() {
        assertThat(
                        calls.change(
                                new CallId("1"),
                                "e1",
                                current -> Optional.of(current.tagged(List.of("a")))))
                .isEmpty();
    }

    @Test
    void listsNewestFirstPageByPageWithoutGapsAndDoubles() {
        // Given calls, two of which came in the same instant
        create("1", NOW);
        create("2", NOW.plusSeconds(1));
        create("3", NOW.plusSeconds(1));
        create("4", NOW.plusSeconds(2));
        create("5", NOW.plusSeconds(3));

        // When
        List<List<String>> pages = new ArrayList<>();
        String token = "";
        do {
            CallPage page = new CallQueryService(calls).list(filter(token), 2);
            pages.add(ids(page.calls()));
            token = page.nextToken();
        } while (!token.isEmpty());

        // Then
        assertThat(pages).containsExactly(List.of("5", "4"), List.of("3", "2"), List.of("1"));
    }

    @Test
    void listsOnlyWhatIsAskedFor() {
        // Given
        create("1", NOW);
        create("2", NOW.plusSeconds(60));
        create("3", NOW.plusSeconds(120));
        calls.change(
                new CallId("2"), "", call -> Optional.of(call.commanded(SampleCalls.COMMAND, NOW)));

        // Then
        assertThat(list(Set.of(Kind.COMMANDED), "", Optional.empty(), Filter.EVER, Filter.FOREVER))
                .containsExactly("2");
        assertThat(
                        list(
                                Set.of(Kind.COMMANDED, Kind.REQUESTED),
                                SampleCalls.CUSTOMER,
                                Optional.empty(),
                                Filter.EVER,
                                Filter.FOREVER))
                .containsExactly("3", "2", "1");
        assertThat(list(Set.of(), "", Optional.of(SampleCalls.DRIVER), Filter.EVER, Filter.FOREVER))
                .containsExactly("2");
        assertThat(list(Set.of(), "7002", Optional.empty(), Filter.EVER, Filter.FOREVER)).isEmpty();
        assertThat(list(Set.of(), "", Optional.empty(), NOW.plusSeconds(60), NOW.plusSeconds(120)))
                .containsExactly("2");
        assertThat(ids(calls.requested(10))).containsExactly("1", "3");
        assertThat(ids(calls.findAll(List.of(new CallId("1"), new CallId("9")))))
                .containsExactly("1");
    }

    @Test
    void tellsCallsThatAreHeldFromThoseWithoutAPath() {
        // Given
        create("1", NOW);
        create("2", NOW.plusSeconds(1));
        create("3", NOW.plusSeconds(2));
        calls.change(new CallId("1"), "", call -> Optional.of(call.held(NOW.plusSeconds(60), NOW)));
        calls.change(new CallId("3"), "", call -> Optional.of(call.held(NOW.plusSeconds(30), NOW)));

        // Then
        assertThat(ids(calls.requested(10))).containsExactly("2");
        assertThat(ids(calls.held(10))).containsExactly("3", "1");
        calls.change(new CallId("3"), "", call -> Optional.of(call.general("NO_SUPPORTER", NOW)));
        assertThat(ids(calls.held(10))).containsExactly("1");
    }

    @Test
    void findsTheOpenCallsOfGeneralDispatchAroundAPointNearestFirst() {
        // Given calls all around, of which every third has a driver, and every fifth is old
        Random random = new Random(7);
        List<Call> open = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Instant time = i % 5 == 0 ? NOW.minusSeconds(3600) : NOW;
            Position origin =
                    new Position(
                            HERE.lat() + random.nextGaussian() * 0.02,
                            HERE.lng() + random.nextGaussian() * 0.02);
            Call call = Call.requested(SampleCalls.order(new CallId("" + i), time, origin));
            calls.create(call);
            boolean taken = i % 3 == 0;
            calls.change(
                    call.id(),
                    "",
                    current ->
                            Optional.of(
                                    taken
                                            ? current.commanded(SampleCalls.COMMAND, NOW)
                                            : current.general("NO_SUPPORTER", NOW)));
            if (!taken && i % 5 != 0) {
                open.add(call);
            }
        }

        for (int radius : List.of(1, 400, 1_500, 3_000, 10_000)) {
            for (int limit : List.of(1, 5, 1_000)) {
                // When
                List<Versioned<Call>> near = calls.near(nearby(radius, limit));

                // Then
                assertThat(near)
                        .as("within %d m, at most %d", radius, limit)
                        .extracting(call -> call.value().id())
                        .isEqualTo(
                                open.stream()
                                        .filter(call -> meters(call) <= radius)
                                        .sorted(
                                                Comparator.comparingDouble(
                                                        CallRepositoryContract::meters))
                                        .limit(limit)
                                        .map(Call::id)
                                        .toList());
            }
        }
    }

    @Test
    void findsNothingOfAnotherProductAround() {
        calls.create(SampleCalls.requested());
        calls.change(SampleCalls.ID, "", call -> Optional.of(call.general("NO_SUPPORTER", NOW)));

        assertThat(calls.near(nearby(3_000, 10))).hasSize(1);
        assertThat(
                        calls.near(
                                new Nearby(
                                        Product.PRODUCT_UNSPECIFIED, HERE, 3_000, Filter.EVER, 10)))
                .isEmpty();
    }

    private static Nearby nearby(int radius, int limit) {
        return new Nearby(Product.PRODUCT_DRIVER, HERE, radius, NOW.minusSeconds(1800), limit);
    }

    private static double meters(Call call) {
        return HERE.metersTo(call.order().origin().position().orElseThrow());
    }

    private List<String> list(
            Set<Kind> states,
            String customer,
            Optional<DriverId> driver,
            Instant begin,
            Instant end) {
        Filter filter = new Filter(states, customer, driver, begin, end, Optional.empty());
        return ids(calls.list(filter, 10));
    }

    private void create(String callId, Instant time) {
        calls.create(Call.requested(SampleCalls.order(new CallId(callId), time)));
    }

    private static Filter filter(String token) {
        return new Filter(
                Set.of(), "", Optional.empty(), Filter.EVER, Filter.FOREVER, Cursor.parse(token));
    }

    private static List<String> ids(List<Versioned<Call>> found) {
        return found.stream().map(Versioned::id).toList();
    }
}
