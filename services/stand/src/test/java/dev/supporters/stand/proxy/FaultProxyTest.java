package dev.supporters.stand.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.embedded.FreePorts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server answers each line with the same line; what comes through the proxy is as good as the fault allows. */
@Timeout(30)
class FaultProxyTest {

    /** On Linux connections that go out have ports from here on. */
    private static final int OUTGOING = 32_768;

    private static final byte[] LINE = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = FaultProxy.to(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    /** One that the system chooses could be that of a service which starts later. */
    @Test
    void listensWhereNoPartOfAStandHasBeenGivenAPort() {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            try (FaultProxy other = FaultProxy.to(server.getLocalPort())) {
                ports.add(other.port());
            }
            ports.add(FreePorts.take());
        }

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port < OUTGOING);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            for (byte[] line = client.getInputStream().readNBytes(LINE.length);
                    line.length == LINE.length;
                    line = client.getInputStream().readNBytes(LINE.length)) {
                requests.add(new String(line, StandardCharsets.US_ASCII));
                client.getOutputStream().write(line);
            }
        } catch (IOException e) {
            // the proxy has reset it
        }
    }

    private Socket connect() {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ask(Socket socket) throws IOException {
        socket.getOutputStream().write(LINE);
        return socket.getInputStream().readNBytes(LINE.length);
    }

    @Test
    void nothingIsWrongAtFirst() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ask(socket)).isEqualTo(LINE);
            assertThat(ask(socket)).isEqualTo(LINE);
        }
    }

    @Test
    void whoIsAwayResetsOpenConnectionsAndNewOnes() throws IOException {
        try (Socket open = connect()) {
            assertThat(ask(open)).isEqualTo(LINE);

            proxy.set(new Fault.Away());

            assertThatThrownBy(() -> ask(open)).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> ask(connect())).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void whoIsBackIsReachedByNewConnections() throws IOException {
        proxy.set(new Fault.Away());
        proxy.set(new Fault.None());

        try (Socket socket = connect()) {
            assertThat(ask(socket)).isEqualTo(LINE);
        }
    }

    @Test
    void aHalfOpenConnectionTakesTheRequestAndNeverAnswers()
            throws IOException, InterruptedException {
        proxy.set(new Fault.Silent());

        try (Socket socket = connect()) {
            socket.setSoTimeout(200);

            assertThatThrownBy(() -> ask(socket)).isInstanceOf(SocketTimeoutException.class);
            assertThat(requests.take()).isEqualTo("0123456789");
        }
    }

    @Test
    void aLostAnswerHasHadItsEffect() throws IOException, InterruptedException {
        proxy.set(new Fault.AnswerLost());

        try (Socket socket = connect()) {
            assertThatThrownBy(() -> ask(socket)).isInstanceOf(SocketException.class);
            assertThat(requests.take()).isEqualTo("0123456789");
        }
    }

    @Test
    void aConnectionIsCutInTheMiddleOfAnAnswer() throws IOException {
        proxy.set(new Fault.CutAfter(14));

        try (Socket socket = connect()) {
            assertThat(ask(socket)).isEqualTo(LINE);
            assertThatThrownBy(() -> ask(socket)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aSlowAnswerIsWholeAndNotEarly() throws IOException {
        Duration late = Duration.ofMillis(150);
        proxy.set(new Fault.Slow(late));

        try (Socket socket = connect()) {
            long begin = System.nanoTime();
            assertThat(ask(socket)).isEqualTo(LINE);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(late);
        }
    }

    @Test
    void oneCallIsRefusedAndAllOthersPass() throws IOException, InterruptedException {
        Fault fault = new Fault.RefusedForOneCall(422);
        proxy.set(fault);

        assertThat(status("/calls/7", fault)).contains("422");
        assertThat(status("/calls/8", fault)).isEmpty();
        assertThat(status("\"call_id\":\"7\"", fault)).contains("422");
        assertThat(status("/calls.json?since=", fault)).isEmpty();

        try (Socket socket = connect()) {
            socket.getOutputStream().write("/calls/7..".getBytes(StandardCharsets.US_ASCII));

            assertThat(
                            new String(
                                    socket.getInputStream().readAllBytes(),
                                    StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 422 ");
            assertThat(requests).isEmpty();
        }
        try (Socket socket = connect()) {
            assertThat(ask(socket)).isEqualTo(LINE);
        }
    }

    private static String status(String request, Fault fault) {
        return ((Fault.RefusedForOneCall) fault)
                .answer(request.getBytes(StandardCharsets.US_ASCII))
                .map(answer -> new String(answer, StandardCharsets.US_ASCII))
                .orElse("");
    }
}
