package dev.supporters.testkit;

import dev.supporters.platform.request.MethodCallers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** In a component test each caller of the service has a token of its own, beside the one that all share. */
final class CallerTokensOfTests {

    private CallerTokensOfTests() {}

    /** What a caller shows. */
    static String of(String caller) {
        return "token-of-" + caller;
    }

    /** What the service is told; nothing where it has no callers. */
    static Map<String, String> settings() {
        MethodCallers table = MethodCallers.load();
        return table.callers().isEmpty()
                ? Map.of()
                : Map.of(
                        "supporters.service.callers",
                        table.callers().stream()
                                .map(caller -> caller + ":" + digest(of(caller)))
                                .collect(Collectors.joining(",")),
                        "supporters.service.other-token",
                        Embedded.SERVICE_TOKEN);
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
