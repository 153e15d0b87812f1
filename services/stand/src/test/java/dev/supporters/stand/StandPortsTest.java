package dev.supporters.stand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

class StandPortsTest {

    @Test
    void saysWhichPortIsInUseForWhatItIsWantedAndByWhomIfItCanBeKnown() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StandPorts ports = new StandPorts(Map.of("gateway", socket.getLocalPort()), 0, 0, 0, 0);

            List<String> lines =
                    ports.taken(List.of(ServiceSpec.GATEWAY), new SpanExport.Nowhere());

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
            StandPorts ports = new StandPorts(Map.of(), 0, 0, 0, socket.getLocalPort());
            URI running = URI.create("http://127.0.0.1:" + socket.getLocalPort());

            assertThat(
                            ports.taken(
                                    List.of(),
                                    new SpanExport.OwnZipkin(Path.of("zipkin-server.jar"))))
                    .hasSize(1);
            assertThat(ports.taken(List.of(), new SpanExport.Zipkin(running))).isEmpty();
            assertThat(ports.taken(List.of(), new SpanExport.Nowhere())).isEmpty();
        }
    }

    @Test
    void theUsualPortsAreThoseOfTheTable() {
        StandPorts ports = StandPorts.usual();

        assertThat(ports.services())
                .containsEntry("gateway", 8080)
                .containsEntry("call", 8101)
                .containsEntry("legacy", 8190);
        assertThat(new HashSet<>(ports.services().values())).hasSize(ServiceSpec.ALL.size());
    }
}
