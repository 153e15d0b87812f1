package dev.supporters.gateway.component;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supporters.testkit.hostile.HostileRun;
import dev.supporters.testkit.hostile.LogLines;
import dev.supporters.testkit.hostile.RandomValues;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Bytes that are no HTTP, or no websocket frame, get an answer below 500 or none, and nothing in the log. */
@QuarkusTest
class HostileConnectionsTest extends ComponentTest {

    private static final int CONNECTIONS = RandomValues.count(300);

    /** Who is sent a part of a request gets no answer; so long is waited for one. */
    private static final int PATIENCE_MILLIS = 300;

    private static final List<String> METHODS =
            List.of(
                    "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get",
                    "");

    private static final List<String> TARGETS =
            List.of(
                    "/",
                    "/graphql",
                    "/graphql?query=%7B__typename%7D",
                    "/graphql?query=%7B",
                    "/graphql?query=%ZZ",
                    "/graphql?variables=%7B&query=%7B__typename%7D",
                    "/v1/calls/7",
                    "/v1/calls/%00",
                    "/v1/calls/..%2f..%2fetc%2fpasswd",
                    "/v1/calls?page_size=99999999999999999999",
                    "/v1/drivers/1004550/statements/2026-02-30",
                    "/openapi.json",
                    "/zones/DRIVER/seoul.geojson",
                    "/zones/DRIVER/%F0%9F%9A%97.geojson",
                    "/console/../../secret",
                    "/q/health",
                    "http://elsewhere.test/graphql",
                    "//",
                    "*",
                    "nonsense",
                    "/" + "a".repeat(9_000));

    private static final List<String> HEADERS =
            List.of(
                    "Host: gateway.test",
                    "Host: a b",
                    "Host:",
                    "Host: gateway.test:99999",
                    "Content-Type: application/json",
                    "Content-Type: application/json; charset=nonsense",
                    "Content-Type: text/csv",
                    "Content-Length: 5",
                    "Content-Length: -1",
                    "Content-Length: 99999999999999999999",
                    "Transfer-Encoding: chunked",
                    "Transfer-Encoding: nonsense",
                    "Accept: application/graphql-response+json",
                    "Accept: nonsense",
                    "Accept-Encoding: gzip;q=nonsense",
                    "Content-Encoding: gzip",
                    "Authorization: Bearer nonsense",
                    "Authorization: Basic YTpi",
                    "Connection: upgrade",
                    "Upgrade: websocket",
                    "Upgrade: h2c",
                    "HTTP2-Settings: nonsense",
                    "Sec-WebSocket-Version: 99",
                    "Sec-WebSocket-Key: nonsense",
                    "Origin: null",
                    "Origin: https://console.test",
                    "Access-Control-Request-Method: nonsense",
                    "Expect: 100-continue",
                    "Expect: nonsense",
                    "If-None-Match: \"nonsense",
                    "traceparent: nonsense",
                    "X-Forwarded-For: ' or 1=1",
                    "X-Request-Id: " + "a".repeat(300),
                    "Cookie: a=b; =; c",
                    "no header",
                    " folded: yes",
                    "X: " + "a".repeat(9_000));

    private static final List<String> BODIES =
            List.of(
                    "",
                    "{}",
                    "{\"query\":\"{ __typename }\"}",
                    "[]",
                    "5\r\nhello\r\n0\r\n\r\n",
                    "a,b\n");

    private final RandomGenerator random = new SplittableRandom(RandomValues.seed());

    @Test
    void randomRequestsAreNoFaultOfOurs() throws IOException {
        Map<String, Integer> answers = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        HostileRun run = HostileRun.at("HTTP");
        try (LogLines log = new LogLines()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                byte[] request = request();
                long begin = System.nanoTime();
                String status = status(request);
                answered(run, status, begin);
                answers.merge(status, 1, Integer::sum);
                if (status.matches("5(?!01).*")) {
                    faults.add(status + " for " + new String(request, ISO_8859_1));
                }
            }

            System.out.println("random requests: " + answers);
            assertThat(faults).isEmpty();
            assertThat(log.lines()).isEmpty();
            run.end();
        }
        assertThat(answers).containsKeys("200", "400");
    }

    @Test
    void randomFramesCloseTheSocketAsItsMistake() throws IOException {
        Map<String, Integer> ends = new TreeMap<>();
        HostileRun run = HostileRun.at("WebSocket frames");
        try (LogLines log = new LogLines()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                long begin = System.nanoTime();
                String end = afterFrames(frames());
                answered(run, end, begin);
                ends.merge(end, 1, Integer::sum);
            }

            System.out.println("random frames: " + ends);
            assertThat(log.lines()).isEmpty();
            run.end();
        }
        // those of WebSocket itself, ours, and what is said back to who closes with the code of {":
        // none says that the fault is here
        assertThat(ends.keySet())
                .allMatch(end ->
                        end.matches("open|cut|reset|closed (1002|1003|1007|1009|44..|31522)"));
        assertThat(ends).containsKeys("open", "closed 4400");
    }

    /** A connection that stays open is waited for until this side has no patience any more: that is no slow answer. */
    private static void answered(HostileRun run, String outcome, long begin) {
        if (outcome.equals("waiting") || outcome.equals("open")) {
            run.sent(1);
        } else {
            run.answered(System.nanoTime() - begin);
        }
    }

    private byte[] request() {
        StringBuilder request = new StringBuilder();
        request.append(any(METHODS)).append(' ').append(any(TARGETS)).append(" HTTP/1.");
        request.append(random.nextInt(10) == 0 ? "x" : random.nextInt(2)).append("\r\n");
        if (random.nextInt(3) > 0) {
            request.append("Host: gateway.test\r\n");
        }
        int headers = random.nextInt(5);
        for (int i = 0; i < headers; i++) {
            request.append(any(HEADERS)).append("\r\n");
        }
        String body = any(BODIES);
        if (random.nextInt(2) == 0) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        byte[] bytes = request.append("\r\n").append(body).toString().getBytes(ISO_8859_1);
        return random.nextInt(8) == 0 ? RandomValues.damaged(bytes, random) : bytes;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The status of the first answer; "none" if the connection is closed without one, "waiting" if it stays open. */
    private static String status(byte[] request) throws IOException {
        try (Socket socket = connection()) {
            send(socket, request);
            String line = line(socket.getInputStream());
            return line.startsWith("HTTP/1.") ? line.split(" ")[1] : "none";
        } catch (SocketTimeoutException e) {
            return "waiting";
        }
    }

    private static String line(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = answer.read(); next >= 0 && next != '\n'; next = answer.read()) {
                line.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return "reset";
        }
        return line.toString();
    }

    private static Socket connection() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // the other side has heard enough; what it said is read all the same
        }
    }

    /** Frames with any bits set and any length said: some right ones among them. */
    private byte[] frames() {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        int count = random.nextInt(1, 6);
        for (int i = 0; i < count; i++) {
            byte[] content =
                    (random.nextBoolean() ? "{\"type\":\"ping\"}" : RandomValues.text(random))
                            .getBytes(random.nextBoolean() ? ISO_8859_1 : UTF_8);
            int first = random.nextInt(3) > 0 ? 0x80 | random.nextInt(3) : random.nextInt(256);
            boolean masked = random.nextInt(5) > 0;
            frames.write(first);
            length(frames, random.nextInt(8) == 0 ? random.nextLong() : content.length, masked);
            if (masked) {
                frames.writeBytes(new byte[4]); // a mask that changes nothing
            }
            frames.writeBytes(content);
        }
        return frames.toByteArray();
    }

    private static void length(ByteArrayOutputStream frames, long length, boolean masked) {
        int mask = masked ? 0x80 : 0;
        if (length >= 0 && length < 126) {
            frames.write(mask | (int) length);
        } else if (length >= 0 && length < 65_536) {
            frames.write(mask | 126);
            frames.write((int) (length >> 8));
            frames.write((int) length);
        } else {
            frames.write(mask | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frames.write((int) (length >> shift));
            }
        }
    }

    private static String afterFrames(byte[] frames) throws IOException {
        try (Socket socket = connection()) {
            send(
                    socket,
                    """
                    GET /graphql HTTP/1.1\r
                    Host: gateway.test\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    Sec-WebSocket-Protocol: graphql-transport-ws\r
                    \r
                    """
                            .getBytes(ISO_8859_1));
            InputStream answer = socket.getInputStream();
            assertThat(line(answer)).startsWith("HTTP/1.1 101");
            while (!line(answer).isBlank()) {
                // the rest of the upgrade's headers
            }
            send(socket, frames);
            return end(answer);
        }
    }

    /** Reads frames of the server until it closes. */
    private static String end(InputStream answer) throws IOException {
        DataInputStream frames = new DataInputStream(answer);
        try {
            while (true) {
                int opcode = frames.readByte() & 0xf;
                byte[] content = frames.readNBytes(length(frames));
                if (opcode == 8) {
                    return content.length < 2
                            ? "closed without a code"
                            : "closed " + (((content[0] & 0xff) << 8) | (content[1] & 0xff));
                }
            }
        } catch (SocketTimeoutException e) {
            return "open";
        } catch (EOFException e) {
            return "cut";
        } catch (IOException e) {
            return "reset";
        }
    }

    private static int length(DataInputStream frames) throws IOException {
        int length = frames.readByte();
        return length == 126 ? frames.readUnsignedShort() : length;
    }
}
