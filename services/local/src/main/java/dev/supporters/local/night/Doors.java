package dev.supporters.local.night;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The public doors, shared by everybody. */
final class Doors implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .executor(executor)
                    .build();
    private final URI gateway;
    private final Observations observations;
    private final GraphQlClient graphQl;
    private final LegacyClient legacy;

    Doors(NightSetup setup, Observations observations) {
        HttpDoor door = new HttpDoor(http, observations);
        this.gateway = setup.gateway();
        this.observations = observations;
        this.graphQl = new GraphQlClient(door, setup.gateway(), observations);
        this.legacy = new LegacyClient(door, setup.legacy(), setup.legacyToken());
    }

    GraphQlClient graphQl() {
        return graphQl;
    }

    LegacyClient legacy() {
        return legacy;
    }

    GraphQlSocket subscribe(String token, Operation operation, ObjectNode variables) {
        return GraphQlSocket.open(http, gateway, token, operation, variables, observations);
    }

    @Override
    public void close() {
        http.shutdownNow();
        executor.shutdownNow();
    }
}
