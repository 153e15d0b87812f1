package dev.supporters.legacy;

import dev.supporters.testkit.FakeHttp;
import dev.supporters.testkit.FakeHttp.GivenAnswer;
import dev.supporters.testkit.FakeHttp.SentRequest;
import dev.supporters.testkit.FakeNeighbours;

import java.util.List;
import java.util.Map;

/** The gateway, on a port of its own. */
public final class FakeGateway extends FakeNeighbours {

    /** A second secret that callers may show. */
    static final String OTHER_TOKEN = "other-legacy-token-of-tests";

    private FakeHttp server;

    @Override
    public Map<String, String> start() {
        server = http(this::answer);
        // so long that only a gateway that never answers is late, however slow the machine
        return Map.of(
                "supporters.gateway.url",
                server.url(),
                "supporters.remote.gateway.deadline",
                "10s",
                "supporters.legacy.other-token",
                OTHER_TOKEN);
    }

    List<String> heard() {
        return server.heard();
    }

    /** Every report comes through at its second try; a refusal is decided already. */
    private GivenAnswer answer(SentRequest request) {
        boolean first = server.times(request) < 2;
        int status = request.path().endsWith("reject") ? 409 : first ? 503 : 200;
        return new GivenAnswer(status, "{\"reason\":\"COMMAND_DECIDED\"}");
    }
}
