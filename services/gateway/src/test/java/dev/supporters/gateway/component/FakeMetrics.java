package dev.supporters.gateway.component;

import dev.supporters.testkit.FakeHttp;
import dev.supporters.testkit.FakeHttp.GivenAnswer;
import dev.supporters.testkit.FakeHttp.SentRequest;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The metrics of the services behind the gateway, as tests have set them; a service that no test has told anything of does not answer. */
public final class FakeMetrics implements AutoCloseable {

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, FakeHttp> servers = new HashMap<>();

    FakeMetrics(List<String> services) {
        services.forEach(
                service -> servers.put(service, new FakeHttp(request -> answer(service, request))));
    }

    /** Where the gateway finds them. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        servers.forEach((service, server) ->
                settings.put(
                        "supporters." + service + ".port",
                        String.valueOf(URI.create(server.url()).getPort())));
        return settings;
    }

    void tell(String service, String text) {
        texts.put(service, text);
    }

    void forget() {
        texts.clear();
    }

    @Override
    public void close() {
        servers.values().forEach(FakeHttp::close);
    }

    private GivenAnswer answer(String service, SentRequest request) {
        return request.path().equals("/q/metrics") && texts.containsKey(service)
                ? new GivenAnswer(200, texts.get(service))
                : new GivenAnswer(404, "");
    }
}
