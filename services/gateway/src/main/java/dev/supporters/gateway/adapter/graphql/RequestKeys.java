package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.access.Viewer;
import dev.supporters.platform.refusal.Require;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A client's idempotency key as a request id: two clients, or two kinds of mutation, may use the same key. */
final class RequestKeys {

    private static final int MOST = 100;

    private RequestKeys() {}

    static String of(String mutation, Viewer viewer, String clientMutationId) {
        if (clientMutationId == null) {
            return UUID.randomUUID().toString();
        }
        String key =
                mutation
                        + ":"
                        + viewer.id()
                        + ":"
                        + Require.text(clientMutationId, "clientMutationId", MOST);
        return key.length() <= MOST ? key : mutation + ":" + digest(key);
    }

    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
