package dev.supporters.player.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Clients of the public APIs, shared by everybody who takes part. */
public final class SystemClients implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .executor(executor)
                    .build();
    private final URI gateway;
    private final Consumer<String> counts;
    private final GraphQlClient graphQl;
    private final LegacyAppClient legacy;

    /**
     * Connects when something is asked.
     *
     * @param counts is told by name what should be counted, like "connection lost"
     */
    public SystemClients(URI gateway, URI legacy, String legacyToken, Consumer<String> counts) {
        RetryingHttpClient retrying = new RetryingHttpClient(http, counts);
        this.gateway = gateway;
        this.counts = counts;
        this.graphQl = new GraphQlClient(retrying, gateway, counts);
        this.legacy = new LegacyAppClient(retrying, legacy, legacyToken);
    }

    public GraphQlClient graphQl() {
        return graphQl;
    }

    public LegacyAppClient legacy() {
        return legacy;
    }

    public GraphQlSubscription subscribe(
            String token, ObjectNode variables, GraphQlOperation... operations) {
        return GraphQlSubscription.open(
                http, gateway, token, List.of(operations), variables, counts);
    }

    @Override
    public void close() {
        http.shutdownNow();
        executor.shutdownNow();
    }
}
