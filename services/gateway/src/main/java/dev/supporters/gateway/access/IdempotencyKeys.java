package dev.supporters.gateway.access;

import dev.supporters.platform.refusal.Require;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A client's idempotency key as a request id: two clients, or two kinds of mutation, may use the same key. */
public final class IdempotencyKeys {

    private static final int MOST = 100;

    private IdempotencyKeys() {}

    public static String of(String mutation, Principal principal, String clientMutationId) {
        if (clientMutationId == null) {
            return UUID.randomUUID().toString();
        }
        String id = principal.id();
        String key =
                mutation
                        + ":"
                        + id
                        + ":"
                        + Require.text(clientMutationId, "clientMutationId", MOST);
        if (clientMutationId.contains(":")) {
            // where the id ends and this key begins must be part of what is told apart
            return mutation + ":" + digest(id.length() + ":" + key);
        }
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
