package dev.supporters.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

class LiveTest {

    private final Queue<Runnable> looks = new ArrayDeque<>();
    private final Live live = new Live(looks::add, 2);
    private Supplier<Watched<String>> thing = () -> new Watched<>("one", 1, false);
    private int looked;

    @Test
    void tellsTheThingAtOnceAndAfterEachChange() {
        // Given
        AssertSubscriber<String> subscriber = subscribe("a");
        runLooks();
        thing = () -> new Watched<>("two", 2, false);

        // When
        live.changed("a");
        runLooks();

        // Then
        subscriber.assertItems("one", "two");
    }

    @Test
    void tellsNothingTwiceAndNothingOlder() {
        // Given
        thing = () -> new Watched<>("two", 2, false);
        AssertSubscriber<String> subscriber = subscribe("a");
        runLooks();

        // When
        live.changed("a");
        runLooks();
        thing = () -> new Watched<>("one", 1, false);
        live.changed("a");
        runLooks();

        // Then
        subscriber.assertItems("two");
    }

    @Test
    void manySignalsAreOneLook() {
        // Given
        subscribe("a");

        // When
        live.changed("a");
        live.changed("a");
        runLooks();

        // Then
        assertThat(looked).isEqualTo(1);
    }

    @Test
    void aSignalDuringALookIsAnotherLook() {
        // Given
        thing =
                () -> {
                    if (looked == 1) {
                        live.changed("a");
                    }
                    return new Watched<>("one", looked, false);
                };
        subscribe("a");

        // When
        runLooks();

        // Then
        assertThat(looked).isEqualTo(2);
    }

    @Test
    void aChangeOfAnotherThingIsNoSignal() {
        // Given
        subscribe("a");
        runLooks();

        // When
        live.changed("b");

        // Then
        assertThat(looks).isEmpty();
    }

    @Test
    void aLostEventShowsWithTheNextLookAtAll() {
        // Given
        AssertSubscriber<String> subscriber = subscribe("a");
        runLooks();
        thing = () -> new Watched<>("two", 2, false);

        // When
        live.lookAgain();

        // Then
        subscriber.assertItems("one", "two");
    }

    @Test
    void endsWithTheThing() {
        // Given
        thing = () -> new Watched<>("one", 1, true);

        // When
        AssertSubscriber<String> subscriber = subscribe("a");
        runLooks();

        // Then
        subscriber.assertItems("one").assertCompleted();
        assertThat(live.size()).isZero();
    }

    @Test
    void endsWithTheRefusalOfTheFirstLook() {
        // Given
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "up");
                };

        // When
        AssertSubscriber<String> subscriber = subscribe("a");
        runLooks();

        // Then
        subscriber.assertFailedWith(Refusal.class);
        assertThat(live.size()).isZero();
    }

    @Test
    void outlivesAFailureOfALaterLook() {
        // Given
        AssertSubscriber<String> subscriber = subscribe("a");
        runLooks();
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "up");
                };
        live.changed("a");
        runLooks();

        // When
        thing = () -> new Watched<>("two", 2, false);
        live.lookAgain();

        // Then
        subscriber.assertItems("one", "two").assertNotTerminated();
    }

    @Test
    void endsWhenTheThingMayNotBeSeenAnyMore() {
        // Given
        AssertSubscriber<String> subscriber = subscribe("a");
        runLooks();
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_CALL_NOT_FOUND, "a", "b");
                };

        // When
        live.changed("a");
        runLooks();

        // Then
        subscriber.assertItems("one").assertFailedWith(Refusal.class);
    }

    @Test
    void refusesMoreSubscriptionsThanItServes() {
        // Given
        subscribe("a");
        AssertSubscriber<String> second = subscribe("a");

        // When
        AssertSubscriber<String> third = subscribe("a");
        second.cancel();
        AssertSubscriber<String> fourth = subscribe("a");

        // Then
        third.assertFailedWith(Refusal.class);
        fourth.assertNotTerminated();
        assertThat(live.size()).isEqualTo(2);
    }

    private AssertSubscriber<String> subscribe(String key) {
        return live.watch(
                        key,
                        () -> {
                            looked++;
                            return thing.get();
                        })
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private void runLooks() {
        while (!looks.isEmpty()) {
            looks.remove().run();
        }
    }
}
