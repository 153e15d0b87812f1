package dev.supporters.load.screens;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A websocket of an app that follows one call: what it is now, and that it was cancelled. */
final class CallWatcher implements WebSocket.Listener {

    private static final String PROTOCOL = "graphql-transport-ws";
    private static final String ACKNOWLEDGED = "\"connection_ack\"";
    private static final String NEXT = "\"next\"";
    private static final String CANCELLED = "CANCELLED";

    private final String callId;
    private final CompletableFuture<Void> follows = new CompletableFuture<>();
    private final CompletableFuture<Long> cancelled = new CompletableFuture<>();
    private final StringBuilder message = new StringBuilder();

    private CallWatcher(String callId) {
        this.callId = callId;
    }

    static CallWatcher open(HttpClient client, String gateway, String token, String callId) {
        CallWatcher watcher = new CallWatcher(callId);
        client.newWebSocketBuilder()
                .subprotocols(PROTOCOL)
                .buildAsync(URI.create(gateway.replaceFirst("^http", "ws") + "/graphql"), watcher)
                .thenCompose(socket -> socket.sendText(initial(token), true))
                .exceptionally(failure -> {
                    watcher.failed(failure);
                    return null;
                });
        return watcher;
    }

    /** Done when it has been told what the call is now. */
    CompletableFuture<Void> follows() {
        return follows;
    }

    /** When it was told that the call is cancelled, by {@link System#nanoTime}. */
    CompletableFuture<Long> cancelled() {
        return cancelled;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        message.append(data);
        socket.request(1);
        if (!last) {
            return null;
        }
        String text = message.toString();
        message.setLength(0);
        if (text.contains(ACKNOWLEDGED)) {
            return socket.sendText(subscription(), true);
        }
        if (text.contains(NEXT) && text.contains(CANCELLED)) {
            cancelled.complete(System.nanoTime());
        } else if (text.contains(NEXT)) {
            follows.complete(null);
        } else if (text.contains("\"error\"")) {
            failed(new IllegalStateException("the gateway refuses: " + text));
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        failed(new IllegalStateException("closed with " + status + " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        failed(failure);
    }

    private void failed(Throwable failure) {
        follows.completeExceptionally(failure);
        cancelled.completeExceptionally(failure);
    }

    private static String initial(String token) {
        return "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer "
                + token
                + "\"}}";
    }

    private String subscription() {
        return "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { callChanged(callId: "
                + callId
                + ") { callId state } }\"}}";
    }
}
