package dev.supporters.embedded;

import java.util.HashMap;
import java.util.Map;

/**
 * Where a broker listens. Its controller is on loopback always.
 *
 * @param bootstrapServers where clients in this JVM reach it
 * @param properties the same in the broker's words
 */
record BrokerListeners(String bootstrapServers, Map<String, String> properties) {

    private static final String LOOPBACK = "127.0.0.1:";

    /** One listener for all clients. */
    static BrokerListeners onLoopback(int port) {
        String clients = LOOPBACK + free(port, 0);
        String controller = LOOPBACK + free(port, 1);
        Map<String, String> properties =
                properties(
                        controller,
                        "PLAINTEXT://" + clients,
                        "PLAINTEXT://" + clients,
                        "PLAINTEXT:PLAINTEXT");
        return new BrokerListeners(clients, properties);
    }

    /** One listener for others, and one on loopback for clients in this JVM. */
    static BrokerListeners on(String host, int port, String advertisedHost) {
        int others = free(port, 0);
        String controller = LOOPBACK + free(port, 1);
        String own = LOOPBACK + free(port, 2);
        Map<String, String> properties =
                properties(
                        controller,
                        "PLAINTEXT://%s:%d,OWN://%s".formatted(host, others, own),
                        "PLAINTEXT://%s:%d,OWN://%s".formatted(advertisedHost, others, own),
                        "PLAINTEXT:PLAINTEXT,OWN:PLAINTEXT");
        properties.put("inter.broker.listener.name", "OWN");
        return new BrokerListeners(own, properties);
    }

    private static Map<String, String> properties(
            String controller, String listeners, String advertised, String protocols) {
        Map<String, String> properties = new HashMap<>();
        properties.put("controller.quorum.voters", "1@" + controller);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", listeners + ",CONTROLLER://" + controller);
        properties.put("advertised.listeners", advertised);
        properties.put("listener.security.protocol.map", protocols + ",CONTROLLER:PLAINTEXT");
        return properties;
    }

    private static int free(int port, int offset) {
        return port == 0 ? FreePorts.take() : port + offset;
    }
}
