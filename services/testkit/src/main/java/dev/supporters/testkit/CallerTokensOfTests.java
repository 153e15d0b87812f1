package dev.supporters.testkit;

import dev.supporters.platform.digest.Sha256;
import dev.supporters.platform.request.MethodCallers;

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
        return Sha256.hex(token);
    }
}
