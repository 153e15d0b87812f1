package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.StoreErrors;
import dev.supporters.platform.rpc.CallDeadline;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;
import io.grpc.Deadline;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

@Timeout(60)
class StoreDeadlineTest {

    private ServerSocket silent;
    private MongoClient client;
    private MongoCollection<Document> collection;

    /** A store that takes connections and says nothing; without a deadline one waits for it for half a minute. */
    @BeforeEach
    void open() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        client = MongoClients.create("mongodb://127.0.0.1:" + silent.getLocalPort());
        collection = client.getDatabase("test").getCollection("test");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        silent.close();
    }

    @Test
    void aStoreThatDoesNotAnswerIsGivenNoMoreTimeThanTheCallerHas() {
        assertThatThrownBy(() ->
                        within(
                                Duration.ofSeconds(2),
                                () -> StoreDeadline.within(collection).find().first()))
                .isInstanceOfSatisfying(
                        MongoOperationTimeoutException.class,
                        late -> assertThat(StoreErrors.temporary(late)).isTrue());
    }

    @Test
    void nothingIsAskedForACallerWhoHasGivenUp() {
        assertThatThrownBy(() -> within(Duration.ZERO, () -> StoreDeadline.within(collection)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED));
    }

    @Test
    void aBoundIsRoundedDownByAnEighthAtMost() {
        for (long millis = 1; millis < 100_000; millis++) {
            assertThat(StoreDeadline.rounded(millis)).isBetween(millis - millis / 8, millis);
        }
    }

    @Test
    void whereNobodyWaitsTheSettingsOfTheClientHold() {
        assertThat(StoreDeadline.within(collection)).isSameAs(collection);
    }

    @Test
    void anOperationWithoutADeadlineWaitsForAConnectionAsLongAsTheSettingSays() {
        MongoClientSettings settings =
                new StoreClientSettings(Duration.ofSeconds(3))
                        .customize(MongoClientSettings.builder())
                        .build();

        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.SECONDS))
                .isEqualTo(3);
    }

    @Test
    void theDeadlineOfARemoteCallDoesNotBoundTheStore() throws Exception {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                Context.CancellableContext remoteCall =
                        Context.ROOT.withDeadlineAfter(0, TimeUnit.MILLISECONDS, timer)) {
            assertThat(remoteCall.call(() -> StoreDeadline.within(collection)))
                    .isSameAs(collection);
        }
    }

    private static <T> T within(Duration time, Supplier<T> request) {
        return CallDeadline.within(Deadline.after(time.toMillis(), TimeUnit.MILLISECONDS), request);
    }
}
