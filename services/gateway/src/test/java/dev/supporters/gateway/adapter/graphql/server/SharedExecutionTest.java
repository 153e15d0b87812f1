package dev.supporters.gateway.adapter.graphql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.adapter.graphql.server.SharedExecution.Participant;
import dev.supporters.gateway.adapter.graphql.server.SharedSubscriptions.SharedRequest;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;

import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One execution for all who ask the same with the same rights. */
class SharedExecutionTest {

    private static final RequestInput REQUEST =
            new RequestInput("subscription { a }", Optional.empty(), Map.of("region", "seoul"));
    private static final SharedRequest ASKED = asked(REQUEST, Role.OPERATOR);

    private final List<String> written = new ArrayList<>();
    private final List<FakeStream> executed = new ArrayList<>();
    private final SharedSubscriptions subscriptions =
            new SharedSubscriptions(result -> {
                String text = result.getData();
                written.add(text);
                return text;
            });

    @Test
    void readsAndWritesAChangeOnceForAll() {
        // Given
        FakeParticipant first = new FakeParticipant();
        FakeParticipant second = new FakeParticipant();
        begin(first);
        tell("one");
        join(second);

        // When
        tell("two");

        // Then
        assertThat(first.told).containsExactly("one", "two");
        assertThat(second.told).containsExactly("one", "two");
        assertThat(written).containsExactly("one", "two");
        assertThat(executed).hasSize(1);
    }

    @Test
    void goesOnAsAnotherOneWhenTheFirstLeaves() {
        // Given
        FakeParticipant first = new FakeParticipant();
        FakeParticipant second = new FakeParticipant();
        SharedExecution shared = begin(first);
        join(second);
        tell("one");

        // When
        shared.leave(first);
        tell("one");
        tell("two");

        // Then: nothing twice, and nothing under the rights of who is gone
        assertThat(executed.getFirst().cancelled).isTrue();
        assertThat(executed).hasSize(2);
        assertThat(first.told).containsExactly("one");
        assertThat(second.told).containsExactly("one", "two");
    }

    @Test
    void goesOnAsItIsWhenAnotherThanTheFirstLeaves() {
        // Given
        FakeParticipant first = new FakeParticipant();
        FakeParticipant second = new FakeParticipant();
        SharedExecution shared = begin(first);
        join(second);

        // When
        shared.leave(second);
        tell("one");

        // Then
        assertThat(executed).hasSize(1);
        assertThat(first.told).containsExactly("one");
        assertThat(second.told).isEmpty();
    }

    @Test
    void readsNothingAnyMoreWhenTheLastHasLeft() {
        // Given
        FakeParticipant only = new FakeParticipant();
        SharedExecution shared = begin(only);

        // When
        shared.leave(only);

        // Then
        assertThat(executed.getFirst().cancelled).isTrue();
        assertThat(subscriptions.size()).isZero();
        assertThat(subscriptions.join(ASKED, new FakeParticipant())).isEmpty();
    }

    @Test
    void isReadAsAnotherOneOnceTheFirstOnesTokenHasExpired() {
        // Given
        FakeParticipant first = new FakeParticipant();
        FakeParticipant second = new FakeParticipant();
        begin(first);
        join(second);
        tell("one");

        // When: the read is refused, before the socket is closed
        first.valid = false;
        executed.getLast().subscriber.onError(new IllegalStateException("a token that expired"));
        tell("two");

        // Then
        assertThat(first.ends).containsExactly("failed");
        assertThat(second.ends).isEmpty();
        assertThat(second.told).containsExactly("one", "two");
    }

    @Test
    void passesOverOnesWhoMayNotAskAnyMore() {
        // Given
        FakeParticipant first = new FakeParticipant();
        FakeParticipant expired = new FakeParticipant();
        FakeParticipant third = new FakeParticipant();
        SharedExecution shared = begin(first);
        join(expired);
        join(third);
        expired.valid = false;

        // When
        shared.leave(first);
        tell("one");

        // Then
        assertThat(expired.ends).containsExactly("failed");
        assertThat(third.told).containsExactly("one");
        assertThat(third.ends).isEmpty();
    }

    @Test
    void endsForAllWithItsStream() {
        // Given
        FakeParticipant first = new FakeParticipant();
        FakeParticipant second = new FakeParticipant();
        begin(first);
        join(second);

        // When
        executed.getLast().subscriber.onComplete();

        // Then
        assertThat(first.ends).containsExactly("completed");
        assertThat(second.ends).containsExactly("completed");
        assertThat(subscriptions.size()).isZero();
    }

    @Test
    void failsForAllWithItsStream() {
        // Given
        FakeParticipant first = new FakeParticipant();
        FakeParticipant second = new FakeParticipant();
        begin(first);
        join(second);

        // When
        executed.getLast().subscriber.onError(new IllegalStateException("a bug"));

        // Then
        assertThat(first.ends).containsExactly("failed");
        assertThat(second.ends).containsExactly("failed");
        assertThat(subscriptions.size()).isZero();
    }

    @Test
    void leavesTheSecondOfTwoExecutionsThatBeganAtOnce() {
        // Given
        FakeParticipant first = new FakeParticipant();
        FakeParticipant second = new FakeParticipant();
        FakeStream unused = new FakeStream();
        begin(first);

        // When
        subscriptions.begin(ASKED, second, unused);
        tell("one");

        // Then
        assertThat(unused.subscriber).isNull();
        assertThat(second.told).containsExactly("one");
    }

    @Test
    void isNotSharedByWhoAsksForSomethingElseOrMayAskForLess() {
        // Given
        begin(new FakeParticipant());
        RequestInput elsewhere =
                new RequestInput(REQUEST.query(), Optional.empty(), Map.of("region", "busan"));
        RequestInput other =
                new RequestInput("subscription { b }", Optional.empty(), REQUEST.variables());

        // When, Then
        for (SharedRequest asked :
                List.of(
                        asked(elsewhere, Role.OPERATOR),
                        asked(other, Role.OPERATOR),
                        asked(REQUEST, Role.SERVICE),
                        asked(REQUEST, Role.OPERATOR, Role.SERVICE))) {
            assertThat(subscriptions.join(asked, new FakeParticipant())).isEmpty();
        }
        assertThat(subscriptions.join(asked(REQUEST, Role.OPERATOR), new FakeParticipant()))
                .isPresent();
    }

    @Test
    void isNeverSharedByDriversAndCustomers() {
        for (Set<Role> roles :
                List.of(
                        Set.of(Role.DRIVER),
                        Set.of(Role.CUSTOMER),
                        Set.of(Role.OPERATOR, Role.DRIVER),
                        Set.of(Role.SERVICE, Role.CUSTOMER),
                        Set.<Role>of())) {
            assertThat(SharedRequest.by(new Principal("1", roles), REQUEST))
                    .as("%s", roles)
                    .isEmpty();
        }
    }

    private static SharedRequest asked(RequestInput request, Role... roles) {
        return SharedRequest.by(new Principal("1", Set.of(roles)), request).orElseThrow();
    }

    private SharedExecution begin(FakeParticipant participant) {
        FakeStream stream = new FakeStream();
        executed.add(stream);
        return subscriptions.begin(ASKED, participant, stream);
    }

    private void join(FakeParticipant participant) {
        assertThat(subscriptions.join(ASKED, participant)).isPresent();
    }

    private void tell(String value) {
        executed.getLast()
                .subscriber
                .onNext(ExecutionResult.newExecutionResult().data(value).build());
    }

    private final class FakeParticipant implements Participant {

        private final List<String> told = new ArrayList<>();
        private final List<String> ends = new ArrayList<>();
        private boolean valid = true;

        @Override
        public ExecutionResult execute() {
            if (!valid) {
                return ExecutionResult.newExecutionResult()
                        .addError(GraphqlErrorBuilder.newError().message("expired").build())
                        .build();
            }
            FakeStream stream = new FakeStream();
            executed.add(stream);
            return ExecutionResult.newExecutionResult().data(stream).build();
        }

        @Override
        public boolean valid() {
            return valid;
        }

        @Override
        public void next(String result) {
            told.add(result);
        }

        @Override
        public void fail(Object errors) {
            ends.add("failed");
        }

        @Override
        public void complete() {
            ends.add("completed");
        }
    }

    private static final class FakeStream implements Publisher<Object> {

        private Subscriber<? super Object> subscriber;
        private boolean cancelled;

        @Override
        public void subscribe(Subscriber<? super Object> follower) {
            subscriber = follower;
            follower.onSubscribe(
                    new Subscription() {
                        @Override
                        public void request(long most) {
                            assertThat(most).isPositive();
                        }

                        @Override
                        public void cancel() {
                            cancelled = true;
                        }
                    });
        }
    }
}
