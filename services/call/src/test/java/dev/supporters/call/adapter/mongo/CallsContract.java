package dev.supporters.call.adapter.mongo;

import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallFilter;
import dev.supporters.call.life.CallFilter.Cursor;
import dev.supporters.call.life.Calls;
import dev.supporters.call.life.Stage;
import dev.supporters.call.query.CallPage;
import dev.supporters.call.query.CallQueries;
import dev.supporters.call.query.PageToken;
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
abstract class CallsContract {

    private Calls calls;

    abstract AggregateStore<Call> documents();

    @BeforeEach
    void open() {
        calls = new MongoCalls(documents(), new SimpleMeterRegistry());
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
        assertThat(calls.change("1", "e1", current -> Optional.of(current.tagged(List.of("a")))))
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
            CallPage page = new CallQueries(calls).list(filter(token), 2);
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
        calls.change("2", "", call -> Optional.of(call.commanded(SampleCalls.COMMAND, NOW)));

        // Then
        assertThat(list(Set.of(Stage.COMMANDED), "", "", CallFilter.EVER, CallFilter.FOREVER))
                .containsExactly("2");
        assertThat(
                        list(
                                Set.of(Stage.COMMANDED, Stage.REQUESTED),
                                SampleCalls.CUSTOMER,
                                "",
                                CallFilter.EVER,
                                CallFilter.FOREVER))
                .containsExactly("3", "2", "1");
        assertThat(list(Set.of(), "", SampleCalls.DRIVER, CallFilter.EVER, CallFilter.FOREVER))
                .containsExactly("2");
        assertThat(list(Set.of(), "7002", "", CallFilter.EVER, CallFilter.FOREVER)).isEmpty();
        assertThat(list(Set.of(), "", "", NOW.plusSeconds(60), NOW.plusSeconds(120)))
                .containsExactly("2");
        assertThat(ids(calls.requested(10))).containsExactly("1", "3");
        assertThat(ids(calls.findAll(List.of("1", "9")))).containsExactly("1");
    }

    private List<String> list(
            Set<Stage> stages, String customer, String driver, Instant begin, Instant end) {
        CallFilter filter = new CallFilter(stages, customer, driver, begin, end, Cursor.START);
        return ids(calls.list(filter, 10));
    }

    private void create(String callId, Instant time) {
        calls.create(Call.requested(SampleCalls.order(callId, time)));
    }

    private static CallFilter filter(String token) {
        return new CallFilter(
                Set.of(), "", "", CallFilter.EVER, CallFilter.FOREVER, PageToken.parse(token));
    }

    private static List<String> ids(List<Versioned<Call>> found) {
        return found.stream().map(Versioned::id).toList();
    }
}
