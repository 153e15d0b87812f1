package dev.supporters.tools.demo;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.platform.event.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The broker with its topics. */
final class BrokerPart implements Part {

    private final EmbeddedBroker broker;
    private final Admin admin;

    private BrokerPart(EmbeddedBroker broker) {
        this.broker = broker;
        admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                broker.bootstrapServers()));
    }

    static BrokerPart start(DemoSettings settings, int port) {
        EmbeddedBroker broker =
                EmbeddedBroker.start(
                        BrokerFolder.empty(settings.folder()),
                        "0.0.0.0",
                        port,
                        settings.advertisedHost());
        broker.createTopics(Topics.ALL, settings.partitions(), Topics.COMPACTED);
        return new BrokerPart(broker);
    }

    @Override
    public String name() {
        return "broker and topics";
    }

    @Override
    public boolean serves() {
        try {
            return admin.listTopics()
                    .names()
                    .get(Health.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .containsAll(Topics.ALL);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }
}
