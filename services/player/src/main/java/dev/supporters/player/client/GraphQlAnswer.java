package dev.supporters.player.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What the gateway answered; reason is empty unless it refused. Text is the answer as it came. */
public record GraphQlAnswer(JsonNode data, String reason, String text) {

    public boolean refused() {
        return !reason.isEmpty();
    }

    public boolean refusedFor(String expected) {
        return reason.equals(expected);
    }

    public static GraphQlAnswer of(int status, String text) {
        JsonNode root = JsonNodes.read(text);
        JsonNode error = root.path("errors").path(0);
        if (error.isMissingNode()) {
            return new GraphQlAnswer(
                    root.path("data"), status == 200 ? "" : "HTTP_" + status, text);
        }
        JsonNode extensions = error.path("extensions");
        String reason = extensions.path("reason").asText(extensions.path("code").asText(""));
        return new GraphQlAnswer(
                root.path("data"),
                reason.isEmpty() ? error.path("message").asText("UNKNOWN") : reason,
                text);
    }

    /** Whether the same request may succeed a little later. */
    public static boolean isTransient(String text) {
        if (!text.contains("\"errors\"")) {
            return false;
        }
        JsonNode extensions = JsonNodes.read(text).path("errors").path(0).path("extensions");
        return extensions.path("retryable").asBoolean(false);
    }
}
