package dev.supporters.local.stand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

class PortsTest {

    @Test
    void saysWhichPortIsInUseForWhatItIsWantedAndByWhomIfItCanBeKnown() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(Map.of("gateway", socket.getLocalPort()), 0, 0, 0, 0);

            List<String> lines = ports.taken(List.of(ServiceSpec.GATEWAY), new Spans.Nowhere());

            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst())
                    .startsWith(
                            "port " + socket.getLocalPort() + " (wanted for gateway) is in use: ")
                    .containsAnyOf(
                            "held by process " + ProcessHandle.current().pid(), "cannot be known");
        }
    }

    @Test
    void wantsThePortOfZipkinOnlyIfTheStandStartsOne() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(Map.of(), 0, 0, 0, socket.getLocalPort());
            URI running = URI.create("http://127.0.0.1:" + socket.getLocalPort());

            assertThat(ports.taken(List.of(), new Spans.OwnZipkin())).hasSize(1);
            assertThat(ports.taken(List.of(), new Spans.Zipkin(running))).isEmpty();
            assertThat(ports.taken(List.of(), new Spans.Nowhere())).isEmpty();
        }
    }

    @Test
    void theUsualPortsAreThoseOfTheTable() {
        Ports ports = Ports.usual();

        assertThat(ports.services())
                .containsEntry("gateway", 8080)
                .containsEntry("call", 8101)
                .containsEntry("legacy", 8190);
        assertThat(new HashSet<>(ports.services().values())).hasSize(ServiceSpec.ALL.size());
    }
}
