package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.stand.SpanExport;
import dev.supporters.stand.StandPorts;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

class RequestedSpansTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path SERVER =
            ROOT.resolve("services/local/target/zipkin/zipkin-server.jar");

    @Test
    void zipkinAloneStartsAServer() {
        assertThat(spans(Map.of("zipkin", ""))).isEqualTo(new SpanExport.OwnZipkin(SERVER));
    }

    @Test
    void zipkinWithAnAddressSendsSpansThere() {
        SpanExport spans = spans(Map.of("zipkin", "http://127.0.0.1:9411"));

        assertThat(spans.endpoint(StandPorts.usual()))
                .contains(URI.create("http://127.0.0.1:9411/api/v2/spans"));
    }

    @Test
    void withoutZipkinNoSpansAreSent() {
        assertThat(spans(Map.of())).isEqualTo(new SpanExport.Nowhere());
    }

    private static SpanExport spans(Map<String, String> given) {
        return RequestedSpans.of(LocalOptions.of(ROOT, given));
    }
}
