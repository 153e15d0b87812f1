package dev.supporters.player.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.platform.time.GrowingPause;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The subscriptions of one person over one socket (graphql-transport-ws), which connects again whenever it is lost. The socket is there
 * for the first; the others may be refused.
 */
public final class GraphQlSubscription implements AutoCloseable {

    /** What a subscription brings. */
    public sealed interface Message {

        /** News: their data, and the text as it came. */
        record Data(JsonNode data, String text) implements Message {}

        /** The connection is there, or there again: what happened before is not known. */
        record Connected() implements Message {}
    }

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final String PROTOCOL = "graphql-transport-ws";

    private final HttpClient http;
    private final URI endpoint;
    private final String token;
    private final List<String> subscribe;
    private final Consumer<String> counts;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Thread thread;

    private GraphQlSubscription(
            HttpClient http,
            URI gateway,
            String token,
            List<GraphQlOperation> operations,
            ObjectNode variables,
            Consumer<String> counts) {
        this.http = http;
        this.endpoint =
                URI.create(gateway.toString().replaceFirst("^http", "ws")).resolve("/graphql");
        this.token = token;
        this.counts = counts;
        this.subscribe =
                IntStream.range(0, operations.size())
                        .mapToObj(i -> subscribe(id(i), operations.get(i), variables))
                        .toList();
        this.thread = Thread.ofVirtual().name("socket").unstarted(this::stayConnected);
    }

    static GraphQlSubscription open(
            HttpClient http,
            URI gateway,
            String token,
            List<GraphQlOperation> operations,
            ObjectNode variables,
            Consumer<String> counts) {
        GraphQlSubscription socket =
                new GraphQlSubscription(http, gateway, token, operations, variables, counts);
        socket.thread.start();
        return socket;
    }

    private static String subscribe(String id, GraphQlOperation operation, ObjectNode variables) {
        ObjectNode subscription = JsonNodes.object().put("id", id).put("type", "subscribe");
        subscription
                .putObject("payload")
                .put("query", operation.document())
                .put("operationName", operation.title())
                .set("variables", variables);
        return subscription.toString();
    }

    private static String id(int number) {
        return String.valueOf(number + 1);
    }

    /** The next message, or nothing within the real time given. */
    public Optional<Message> await(Duration real) throws InterruptedException {
        return Optional.ofNullable(
                messages.poll(Math.max(0, real.toNanos()), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void stayConnected() {
        GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
        try {
            while (true) {
                Connection connection = new Connection();
                if (connect(connection)) {
                    pause.startAgain();
                    counts.accept("subscriptions lost");
                }
                Thread.sleep(pause.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed by its owner
        }
    }

    /** Returns when the connection is over; true if it was lost. */
    private boolean connect(Connection connection) throws InterruptedException {
        WebSocket socket;
        try {
            socket =
                    http.newWebSocketBuilder()
                            .subprotocols(PROTOCOL)
                            .header("Authorization", "Bearer " + token)
                            .connectTimeout(CONNECT_TIMEOUT)
                            .buildAsync(endpoint, connection)
                            .get(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            counts.accept("subscriptions refused");
            return false;
        }
        try {
            connection.lost.await();
            return connection.acknowledged && !connection.completed;
        } finally {
            socket.abort();
        }
    }

    /** One connection's messages; a WebSocket calls its listener by one thread at a time. */
    private final class Connection implements WebSocket.Listener {

        private final CountDownLatch lost = new CountDownLatch(1);
        private final StringBuilder parts = new StringBuilder();
        private volatile boolean acknowledged;
        private volatile boolean completed;

        @Override
        public void onOpen(WebSocket socket) {
            ObjectNode init = JsonNodes.object().put("type", "connection_init");
            send(socket, init.toString());
            socket.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                on(socket, text);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            lost.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            lost.countDown();
        }

        private void on(WebSocket socket, String text) {
            JsonNode message = JsonNodes.read(text);
            switch (message.path("type").asText()) {
                case "connection_ack" -> {
                    acknowledged = true;
                    sendAll(socket, subscribe);
                    messages.add(new Message.Connected());
                }
                case "next" ->
                        messages.add(new Message.Data(message.path("payload").path("data"), text));
                case "ping" -> send(socket, "{\"type\":\"pong\"}");
                case "complete" -> {
                    // the call has ended; if the owner does not close us, it is another kind
                    completed = completed || ofFirst(message);
                    loseFirst(message);
                }
                case "error" -> loseFirst(message);
                default -> {} // nothing that we wait for
            }
        }

        private static boolean ofFirst(JsonNode message) {
            return message.path("id").asText().equals(id(0));
        }

        private void loseFirst(JsonNode message) {
            if (ofFirst(message)) {
                lost.countDown();
            }
        }

        /** One after the other: a socket sends one text at a time. */
        private void sendAll(WebSocket socket, List<String> texts) {
            CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(socket);
            for (String text : texts) {
                sent = sent.thenCompose(ready -> ready.sendText(text, true));
            }
            loseIfUnsent(sent);
        }

        private void send(WebSocket socket, String text) {
            loseIfUnsent(socket.sendText(text, true));
        }

        private void loseIfUnsent(CompletableFuture<WebSocket> sending) {
            var _ =
                    sending.whenComplete((sent, failure) -> {
                        if (failure != null) {
                            lost.countDown();
                        }
                    });
        }
    }
}
