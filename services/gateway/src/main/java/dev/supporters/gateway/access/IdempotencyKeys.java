package dev.supporters.gateway.access;

import dev.supporters.platform.digest.Sha256;
import dev.supporters.platform.refusal.Require;

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
        return Sha256.hex(key);
    }
}
