package dev.supporters.gateway.adapter.console;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.RoleClaim;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.time.Instant;
import java.util.List;

/**
 * What the console's page has to know before anybody is signed in. Nothing of it is secret.
 *
 * @param json as the page reads it
 */
record ConsoleSettings(String json) {

    private static final String CALL = "{callId}";

    /** With what is configured; `roles` says where they are in a token, `grpc` whether operators may call methods by hand. */
    static ConsoleSettings of(GatewayConfig.ConsoleConfig config, RoleClaim roles, boolean grpc) {
        JsonArray people = new JsonArray();
        config.people().orElse(List.of()).forEach(person -> people.add(person(person)));
        JsonObject settings =
                new JsonObject()
                        .put("authority", config.authority())
                        .put("clientId", config.clientId())
                        .put("scope", config.scope())
                        .put(
                                "roles",
                                new JsonObject()
                                        .put("path", new JsonArray(roles.path()))
                                        .put("prefix", roles.prefix()))
                        .put("people", people)
                        .put("grpc", grpc);
        config.trace().ifPresent(trace -> settings.put("trace", trace(trace)));
        return new ConsoleSettings(settings.encode());
    }

    /** The gateway's time, which counts for ages and deadlines whatever a browser's clock says. */
    static String time(Instant now) {
        return new JsonObject().put("now", now.toString()).encode();
    }

    /** A browser follows it, so it is an address of the web and nothing else. */
    private static String trace(String trace) {
        if (!trace.contains(CALL) || !trace.matches("https?://.+")) {
            throw new IllegalArgumentException(
                    "supporters.gateway.console.trace: "
                            + trace
                            + " (expected: http:// or https://, with "
                            + CALL
                            + ")");
        }
        return trace;
    }

    private static JsonObject person(String person) {
        int colon = person.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "supporters.gateway.console.people: " + person + " (expected: role:subject)");
        }
        return new JsonObject()
                .put("role", person.substring(0, colon))
                .put("subject", person.substring(colon + 1));
    }
}
