package dev.supporters.gateway.component;

import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.FakeHttp;
import dev.supporters.testkit.FakeHttp.GivenAnswer;
import dev.supporters.testkit.FakeHttp.SentRequest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The legacy system, with the answers that a test has set. */
public final class FakeLegacy implements AutoCloseable {

    private final Map<String, GivenAnswer> answers = new ConcurrentHashMap<>();
    private final FakeHttp server = new FakeHttp(this::answer);

    String url() {
        return server.url();
    }

    void answer(String methodAndPath, int status, String body) {
        answers.put(methodAndPath, new GivenAnswer(status, body));
    }

    List<String> heard() {
        return server.heard();
    }

    void forget() {
        answers.clear();
        server.forget();
    }

    @Override
    public void close() {
        server.close();
    }

    private GivenAnswer answer(SentRequest request) {
        return request.authorization().equals("Bearer " + Embedded.LEGACY_TOKEN)
                ? answers.getOrDefault(
                        request.method() + " " + request.path(), new GivenAnswer(404, "{}"))
                : new GivenAnswer(401, "{}");
    }
}
