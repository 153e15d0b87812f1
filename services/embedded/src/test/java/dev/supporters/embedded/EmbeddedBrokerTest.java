package dev.supporters.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class EmbeddedBrokerTest {

    @Test
    void tellsOthersItsAdvertisedHost(@TempDir Path folder) throws Exception {
        int port = FreePorts.take();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, "0.0.0.0", port, "localhost");
                Admin other = admin("127.0.0.1:" + port);
                Admin own = admin(broker.bootstrapServers())) {
            assertThat(nodes(other)).containsExactly("localhost:" + port);
            assertThat(nodes(own)).containsExactly(broker.bootstrapServers());
        }
    }

    @Test
    void makesTopicsThoughItCannotReachItsAdvertisedHost(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, "0.0.0.0", 0, "nobody.invalid");
                Admin own = admin(broker.bootstrapServers())) {
            broker.createTopics(List.of("events", "states"), 3, List.of("states"));

            assertThat(own.listTopics().names().get())
                    .containsExactlyInAnyOrder("events", "states");
        }
    }

    private static List<String> nodes(Admin admin) throws Exception {
        return admin.describeCluster().nodes().get().stream()
                .map(EmbeddedBrokerTest::address)
                .toList();
    }

    private static String address(Node node) {
        return node.host() + ":" + node.port();
    }

    private static Admin admin(String servers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
    }
}
