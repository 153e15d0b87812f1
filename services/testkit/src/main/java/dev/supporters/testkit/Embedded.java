package dev.supporters.testkit;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.embedded.EmbeddedStore;
import dev.supporters.platform.event.Topics;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts a broker and a store for a component test: {@code @QuarkusTest @QuarkusTestResource(Embedded.class)}. Every port is a free
 * one. The clock is the {@link TestClock}, which can be injected.
 */
public final class Embedded implements QuarkusTestResourceLifecycleManager {

    public static final String SERVICE_TOKEN = "service-token-of-tests";
    public static final String LEGACY_TOKEN = "legacy-token-of-tests";

    private EmbeddedBroker broker;
    private EmbeddedStore store;

    @Override
    public Map<String, String> start() {
        broker = EmbeddedBroker.start(temporaryDirectory(), 0);
        broker.createTopics(Topics.ALL, 2, Topics.COMPACTED);
        store = EmbeddedStore.start(0);
        Map<String, String> config = new HashMap<>();
        config.put("kafka.bootstrap.servers", broker.bootstrapServers());
        config.put("quarkus.mongodb.connection-string", store.connectionString());
        config.put("quarkus.http.test-port", "0");
        config.put("supporters.service.token", SERVICE_TOKEN);
        config.put("supporters.service.reflection", "true");
        config.putAll(CallerTokensOfTests.settings());
        config.put("supporters.legacy.token", LEGACY_TOKEN);
        config.put("quarkus.otel.traces.sampler.arg", "0");
        config.put("quarkus.log.level", "WARN");
        return config;
    }

    @Override
    public void stop() {
        if (store != null) {
            store.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("broker");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
