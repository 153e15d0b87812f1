package dev.supporters.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.TestClock;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

class SubscriptionHubTest {

    private static final Principal OPERATOR = new Principal("op", Set.of(Role.OPERATOR));

    private static final Principal ANOTHER_OPERATOR = new Principal("op2", Set.of(Role.OPERATOR));

    private final TestClock clock = new TestClock();
    private final List<String> readers = new ArrayList<>();
    private final Queue<Runnable> reads = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final SubscriptionHub hub =
            new SubscriptionHub(
                    reads::add,
                    (pause, task) -> {
                        pauses.add(pause);
                        later.add(task);
                    },
                    3,
                    2);
    private Supplier<Snapshot<String>> thing = () -> new Snapshot<>("one", 1, false);
    private int readCount;

    @Test
    void tellsTheThingAtOnceAndAfterEachChange() {
        // Given
        AssertSubscriber<String> subscriber = subscribe("a");
        runReads();
        thing = () -> new Snapshot<>("two", 2, false);

        // When
        hub.changed("a");
        runReads();

        // Then
        subscriber.assertItems("one", "two");
    }

    @Test
    void tellsNothingTwiceAndNothingOlder() {
        // Given
        thing = () -> new Snapshot<>("two", 2, false);
        AssertSubscriber<String> subscriber = subscribe("a");
        runReads();

        // When
        hub.changed("a");
        runReads();
        thing = () -> new Snapshot<>("one", 1, false);
        hub.changed("a");
        runReads();

        // Then
        subscriber.assertItems("two");
    }

    @Test
    void manySignalsAreOneRead() {
        // Given
        subscribe("a");

        // When
        hub.changed("a");
        hub.changed("a");
        runReads();

        // Then
        assertThat(readCount).isEqualTo(1);
    }

    @Test
    void aSignalDuringAReadIsAnotherRead() {
        // Given
        thing =
                () -> {
                    if (readCount == 1) {
                        hub.changed("a");
                    }
                    return new Snapshot<>("one", readCount, false);
                };
        subscribe("a");

        // When
        runReads();

        // Then
        assertThat(readCount).isEqualTo(2);
    }

    @Test
    void aChangeOfAnotherThingIsNoSignal() {
        // Given
        subscribe("a");
        runReads();

        // When
        hub.changed("b");

        // Then
        assertThat(reads).isEmpty();
    }

    @Test
    void aLostEventShowsWithTheNextReadOfAll() {
        // Given
        AssertSubscriber<String> subscriber = subscribe("a");
        runReads();
        thing = () -> new Snapshot<>("two", 2, false);

        // When
        hub.readAllAgain();

        // Then
        subscriber.assertItems("one", "two");
    }

    @Test
    void endsWithTheThing() {
        // Given
        thing = () -> new Snapshot<>("one", 1, true);

        // When
        AssertSubscriber<String> subscriber = subscribe("a");
        runReads();

        // Then
        subscriber.assertItems("one").assertCompleted();
        assertThat(hub.size()).isZero();
    }

    @Test
    void endsWithTheRefusalOfTheFirstRead() {
        // Given
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "up");
                };

        // When
        AssertSubscriber<String> subscriber = subscribe("a");
        runReads();

        // Then
        subscriber.assertFailedWith(Refusal.class);
        assertThat(hub.size()).isZero();
    }

    @Test
    void aReadThatFailsIsMadeAgainUntilTheChangeIsTold() {
        // Given
        AssertSubscriber<String> subscriber = subscribe("a");
        runReads();
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "up");
                };
        hub.changed("a");
        runReads();
        later.remove().run();

        // When
        thing = () -> new Snapshot<>("two", 2, false);
        later.remove().run();

        // Then
        subscriber.assertItems("one", "two").assertNotTerminated();
        assertThat(later).isEmpty();
        assertThat(pauses.get(1)).isGreaterThan(pauses.get(0));
    }

    @Test
    void manySignalsDuringAFailureAreOneRead() {
        // Given
        subscribe("a");
        runReads();
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "up");
                };
        hub.changed("a");
        runReads();

        // When
        hub.changed("a");
        hub.readAllAgain();

        // Then
        assertThat(reads).isEmpty();
        assertThat(later).hasSize(1);
    }

    @Test
    void whoComesWhileAReadOfOthersFailsDoesNotWaitForTheirPause() {
        // Given
        subscribe("a");
        runReads();
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "up");
                };
        hub.changed("a");
        runReads();
        thing = () -> new Snapshot<>("two", 2, false);

        // When
        AssertSubscriber<String> reconnected = subscribe("a");
        runReads();

        // Then
        reconnected.assertItems("two");
        int before = readCount;
        later.remove().run();
        assertThat(readCount).isEqualTo(before);
    }

    @Test
    void whoHasGoneIsNotReadForAgain() {
        // Given
        AssertSubscriber<String> subscriber = subscribe("a");
        runReads();
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "up");
                };
        hub.changed("a");
        runReads();

        // When
        subscriber.cancel();
        later.remove().run();

        // Then
        assertThat(later).isEmpty();
        assertThat(readCount).isEqualTo(2);
    }

    @Test
    void endsWhenTheThingMayNotBeSeenAnyMore() {
        // Given
        AssertSubscriber<String> subscriber = subscribe("a");
        runReads();
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_CALL_NOT_FOUND, "a", "b");
                };

        // When
        hub.changed("a");
        runReads();

        // Then
        subscriber.assertItems("one").assertFailedWith(Refusal.class);
    }

    @Test
    void refusesMoreSubscriptionsThanItServes() {
        // Given
        subscribe("a");
        subscribe("a");
        AssertSubscriber<String> third = subscribe("a");

        // When
        AssertSubscriber<String> fourth = subscribe("a");
        third.cancel();
        AssertSubscriber<String> fifth = subscribe("a");

        // Then
        fourth.assertFailedWith(Refusal.class);
        fifth.assertNotTerminated();
        assertThat(hub.size()).isEqualTo(3);
    }

    @Test
    void onePersonTakesNoMoreThanTheirShareAndNobodyElseIsKeptOut() {
        // Given
        Principal driver = new Principal("d1", Set.of(Role.DRIVER));
        AssertSubscriber<String> first = subscribe(driver, "a");
        subscribe(driver, "b");

        // When
        AssertSubscriber<String> third = subscribe(driver, "c");
        AssertSubscriber<String> another = subscribe(new Principal("d2", Set.of(Role.DRIVER)), "a");
        first.cancel();
        AssertSubscriber<String> fourth = subscribe(driver, "c");

        // Then
        third.assertFailedWith(Refusal.class, "2 subscriptions of yours");
        another.assertNotTerminated();
        fourth.assertNotTerminated();
        subscribe(driver, "a").assertFailedWith(Refusal.class);
        assertThat(hub.size()).isEqualTo(3);
    }

    @Test
    void whoMaySeeTheSameIsReadForOnce() {
        // Given
        AssertSubscriber<String> one = subscribe(OPERATOR, "a");
        AssertSubscriber<String> other = subscribe(ANOTHER_OPERATOR, "a");
        runReads();
        assertThat(readCount).isEqualTo(1);
        thing = () -> new Snapshot<>("two", 2, false);

        // When
        hub.changed("a");
        runReads();

        // Then
        assertThat(readCount).isEqualTo(2);
        one.assertItems("one", "two");
        other.assertItems("one", "two");
    }

    @Test
    void whoMaySeeOrAsksForSomethingElseIsReadForApart() {
        // Given
        Principal driver = new Principal("d1", Set.of(Role.DRIVER));
        Principal another = new Principal("d2", Set.of(Role.DRIVER));
        subscribe(lasting(driver), "a", "thing");
        subscribe(lasting(another), "a", "thing");
        subscribe(lasting(driver), "a", "another thing");

        // When
        runReads();

        // Then
        assertThat(readers).containsExactly("d1", "d2", "d1");
    }

    @Test
    void whoComesWhileItIsReadIsReadForAfterThat() {
        // Given
        List<AssertSubscriber<String>> late = new ArrayList<>();
        thing =
                () -> {
                    if (readCount == 1) {
                        late.add(subscribe(ANOTHER_OPERATOR, "a"));
                        assertThat(reads).isEmpty();
                    }
                    return new Snapshot<>("read " + readCount, readCount, false);
                };
        AssertSubscriber<String> first = subscribe(OPERATOR, "a");

        // When
        runReads();

        // Then
        first.assertItems("read 1", "read 2");
        late.getFirst().assertItems("read 2");
    }

    @Test
    void aTokenThatExpiredEndsOneAloneAndAnotherReadsForTheOthers() {
        // Given
        Session shorter = new Session(OPERATOR, clock.instant().plusSeconds(60), clock);
        AssertSubscriber<String> expired = subscribe(shorter, "a", "thing");
        AssertSubscriber<String> valid = subscribe(ANOTHER_OPERATOR, "a");
        runReads();
        thing = () -> new Snapshot<>("two", 2, false);

        // When
        clock.advance(Duration.ofSeconds(61));
        hub.changed("a");
        runReads();

        // Then
        expired.assertItems("one").assertFailedWith(Refusal.class, "UNAUTHENTICATED");
        valid.assertItems("one", "two").assertNotTerminated();
        assertThat(readers).containsExactly("op", "op2");
        assertThat(hub.size()).isEqualTo(1);
    }

    @Test
    void whoseRolesChangedReadsForNobody() {
        // Given
        Session session = lasting(OPERATOR);
        AssertSubscriber<String> changed = subscribe(session, "a", "thing");
        AssertSubscriber<String> other = subscribe(ANOTHER_OPERATOR, "a");
        runReads();
        thing = () -> new Snapshot<>("two", 2, false);

        // When
        session.renew(lasting(new Principal("op", Set.of(Role.DRIVER))));
        hub.changed("a");
        runReads();

        // Then
        changed.assertItems("one").assertFailedWith(Refusal.class, "UNAVAILABLE");
        other.assertItems("one", "two");
        assertThat(readers).containsExactly("op", "op2");
    }

    @Test
    void aFailureEndsOnlyWhoWasToldNothing() {
        // Given
        AssertSubscriber<String> first = subscribe(OPERATOR, "a");
        runReads();
        thing =
                () -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "up");
                };

        // When
        AssertSubscriber<String> second = subscribe(ANOTHER_OPERATOR, "a");
        runReads();
        thing = () -> new Snapshot<>("two", 2, false);
        later.remove().run();

        // Then
        second.assertFailedWith(Refusal.class);
        first.assertItems("one", "two").assertNotTerminated();
    }

    private AssertSubscriber<String> subscribe(String key) {
        return subscribe(OPERATOR, key);
    }

    private AssertSubscriber<String> subscribe(Principal subscriber, String key) {
        return subscribe(lasting(subscriber), key, "thing");
    }

    private AssertSubscriber<String> subscribe(Session session, String key, String what) {
        return hub.subscribe(
                        session,
                        key,
                        List.of(what),
                        reader -> {
                            readCount++;
                            readers.add(reader.id());
                            return thing.get();
                        })
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private Session lasting(Principal subscriber) {
        return new Session(subscriber, clock.instant().plusSeconds(3_600), clock);
    }

    private void runReads() {
        while (!reads.isEmpty()) {
            reads.remove().run();
        }
    }
}
