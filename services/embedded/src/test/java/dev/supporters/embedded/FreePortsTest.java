package dev.supporters.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

class FreePortsTest {

    @Test
    void noPortIsGivenTwiceAndNoneCanBeThatOfAConnectionThatGoesOut() {
        List<Integer> ports = IntStream.range(0, 100).mapToObj(number -> FreePorts.take()).toList();

        assertThat(ports)
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(FreePorts.FIRST, FreePorts.END - 1));
    }

    @Test
    void aServerCanListenAtIt() throws IOException {
        int port = FreePorts.take();

        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.getLocalPort()).isEqualTo(port);
        }
    }
}
