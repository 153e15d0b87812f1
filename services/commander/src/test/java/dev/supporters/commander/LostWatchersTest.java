package dev.supporters.commander;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.request.ServiceToken;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.WatchRequest;
import dev.supporters.proto.commander.v1.WatchResponse;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.SilentProxy;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Iterator;

/** What an app holds here is released when it is lost, on the real server. */
@QuarkusTest
class LostWatchersTest extends ComponentTest {

    @Inject MeterRegistry meters;

    private SilentProxy proxy;
    private ManagedChannel app;

    @BeforeEach
    void watch() throws IOException {
        // those of earlier tests end by themselves
        await().untilAsserted(() -> assertThat(watchers()).isZero());
        proxy = new SilentProxy(RestAssured.port);
        app = ManagedChannelBuilder.forAddress("127.0.0.1", proxy.port()).usePlaintext().build();
        Metadata token = new Metadata();
        token.put(ServiceToken.METADATA, "Bearer " + Embedded.SERVICE_TOKEN);
        Iterator<WatchResponse> watched =
                CommanderServiceGrpc.newBlockingStub(app)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token))
                        .watch(WatchRequest.newBuilder().setDriverId("watched").build());
        watched.next();
        assertThat(watchers()).isEqualTo(1);
    }

    @AfterEach
    void end() throws IOException {
        app.shutdownNow();
        proxy.close();
    }

    @Test
    void theWatcherOfAClientThatIsKilledIsReleased() throws IOException {
        proxy.cut();

        await().untilAsserted(() -> assertThat(watchers()).isZero());
    }

    @Test
    void theWatcherOfAClientThatFallsSilentIsReleased() {
        proxy.fallSilent();

        await().untilAsserted(() -> assertThat(watchers()).isZero());
    }

    private double watchers() {
        return meters.get("supporters_commander_watchers").gauge().value();
    }
}
