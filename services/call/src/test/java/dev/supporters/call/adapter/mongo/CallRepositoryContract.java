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
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every store of calls does. */
abstract class CallRepositoryContract {

    private CallRepository calls;

    abstract AggregateStore<Call> documents();

    @BeforeEach
    void open() {
        calls = new MongoCallRepository(documents(), new SimpleMeterRegistry());
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
