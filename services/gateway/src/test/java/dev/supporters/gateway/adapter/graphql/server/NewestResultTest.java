package dev.supporters.gateway.adapter.graphql.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** A socket that takes its time. */
class NewestResultTest {

    private final List<String> sent = new ArrayList<>();
    private final List<Promise<Void>> underWay = new ArrayList<>();
    private final NewestResult slow = new NewestResult(this::send);

    @Test
    void getsTheNewestOfWhatCameMeanwhile() {
        // Given
        slow.next("one");
        slow.next("two");
        slow.next("three");

        // When
        taken();
        taken();
        slow.next("four");

        // Then
        assertThat(sent).containsExactly("one", "three", "four");
    }

    @Test
    void keepsNobodyElseWaiting() {
        // Given
        List<String> others = new ArrayList<>();
        NewestResult quick =
                new NewestResult(result -> {
                    others.add(result);
                    return Future.succeededFuture();
                });

        // When
        for (String result : List.of("one", "two", "three")) {
            slow.next(result);
            quick.next(result);
        }

        // Then
        assertThat(sent).containsExactly("one");
        assertThat(others).containsExactly("one", "two", "three");
    }

    @Test
    void isToldOfTheEndAfterTheLastResult() {
        // Given
        slow.next("one");
        slow.next("two");
        slow.end(() -> sent.add("end"));

        // When
        taken();
        taken();

        // Then
        assertThat(sent).containsExactly("one", "two", "end");
    }

    @Test
    void isToldOfTheEndAtOnceWhereNothingIsUnderWay() {
        slow.end(() -> sent.add("end"));

        assertThat(sent).containsExactly("end");
    }

    @Test
    void getsNothingMoreOnceItIsLost() {
        // Given
        slow.next("one");
        slow.next("two");

        // When
        underWay.removeFirst().fail("lost");

        // Then
        assertThat(sent).containsExactly("one");
    }

    private Future<Void> send(String result) {
        sent.add(result);
        Promise<Void> promise = Promise.promise();
        underWay.add(promise);
        return promise.future();
    }

    private void taken() {
        underWay.removeFirst().complete();
    }
}
