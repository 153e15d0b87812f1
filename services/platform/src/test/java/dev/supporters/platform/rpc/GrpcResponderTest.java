package dev.supporters.platform.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;

import io.grpc.Context;
import io.grpc.Deadline;
import io.smallrye.mutiny.Uni;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class GrpcResponderTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GrpcResponder responder = new GrpcResponder(threads);
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void answersACallerWhoWaits() throws Exception {
        assertThat(answer(Deadline.after(1, TimeUnit.HOURS)).await().indefinitely())
                .isEqualTo("answer 1");
    }

    @Test
    void beginsNothingForACallerWhoHasGivenUp() throws Exception {
        Uni<String> answer = answer(Deadline.after(-1, TimeUnit.SECONDS));

        assertThatThrownBy(() -> answer.await().indefinitely())
                .hasMessageContaining("DEADLINE_EXCEEDED");
        assertThat(begun).hasValue(0);
    }

    @Test
    void aStoreThatDoesNotAnswerIsUnavailable() {
        Uni<String> answer =
                responder.answer(() -> {
                    throw new MongoTimeoutException("no primary at 10.0.0.7");
                });

        assertThatThrownBy(() -> answer.await().indefinitely())
                .hasMessageContaining("UNAVAILABLE")
                .hasMessageNotContaining("10.0.0.7");
    }

    @Test
    void aDocumentThatTheStoreNeverTakesIsAFaultOfOurs() {
        Uni<String> answer =
                responder.answer(() -> {
                    throw new MongoException(10334, "BSONObjectTooLarge");
                });

        assertThatThrownBy(() -> answer.await().indefinitely()).hasMessageContaining("INTERNAL");
    }

    @Test
    void aStoreThatIsLaterThanTheCallerWaitsHasExceededTheDeadline() throws Exception {
        Deadline soon = Deadline.after(1, TimeUnit.MILLISECONDS);
        Uni<String> answer =
                CallDeadline.with(Context.ROOT, soon)
                        .call(() ->
                                responder.answer(() -> {
                                    while (!soon.isExpired()) {
                                        Thread.onSpinWait();
                                    }
                                    throw new MongoTimeoutException("late");
                                }));

        assertThatThrownBy(() -> answer.await().indefinitely())
                .hasMessageContaining("DEADLINE_EXCEEDED");
    }

    @Test
    void anErrorIsAnsweredToo() {
        Uni<String> answer =
                responder.answer(() -> {
                    throw new StackOverflowError();
                });

        assertThatThrownBy(() -> answer.await().indefinitely()).hasMessageContaining("INTERNAL");
    }

    private Uni<String> answer(Deadline deadline) throws Exception {
        return CallDeadline.with(Context.ROOT, deadline)
                .call(() -> responder.answer(() -> "answer " + begun.incrementAndGet()));
    }
}
