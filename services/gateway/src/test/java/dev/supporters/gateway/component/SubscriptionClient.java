package dev.supporters.gateway.component;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of subscriptions, speaking graphql-transport-ws. */
final class SubscriptionClient implements AutoCloseable {

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final WebSocket webSocket;

    SubscriptionClient(
            HttpClient http, URI uri, Map<String, String> headers, Optional<String> first) {
        WebSocket.Builder builder = http.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        headers.forEach(builder::header);
        webSocket = builder.buildAsync(uri, new Listener()).join();
        first.ifPresent(this::send);
    }

    /** The message that opens a connection, with a token or without. */
    static String init(Optional<String> token) {
        return token.map(given ->
                        "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer "
                                + given
                                + "\"}}")
                .orElse("{\"type\":\"connection_init\"}");
    }

    void subscribe(String query) {
        subscribe("1", query);
    }

    void subscribe(String id, String query) {
        send(
                "{\"type\":\"subscribe\",\"id\":\"%s\",\"payload\":{\"query\":\"%s\"}}"
                        .formatted(id, query.replace("\"", "\\\"")));
    }

    /** The next message that is not a ping; empty if none comes in time. */
    String next() {
        try {
            String message = messages.poll(60, TimeUnit.SECONDS);
            while (message != null && message.contains("\"ping\"")) {
                message = messages.poll(60, TimeUnit.SECONDS);
            }
            return message == null ? "" : message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** The next one that is none of this kind either: what is followed may be told at any time. */
    String nextBut(String kind) {
        String message = next();
        while (message.contains(kind)) {
            message = next();
        }
        return message;
    }

    Optional<String> poll() {
        return Optional.ofNullable(messages.poll());
    }

    @Override
    public void close() {
        webSocket.abort();
    }

    void send(String message) {
        webSocket.sendText(message, true).join();
    }

    void sendBinary() {
        webSocket.sendBinary(java.nio.ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            messages.add("closed " + status);
            return null;
        }
    }
}
