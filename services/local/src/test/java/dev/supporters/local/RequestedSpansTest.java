package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.local.stand.Ports;
import dev.supporters.local.stand.Spans;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

class RequestedSpansTest {

    @Test
    void zipkinAloneStartsAServer() {
        assertThat(spans(Map.of("zipkin", ""))).isEqualTo(new Spans.OwnZipkin());
    }

    @Test
    void zipkinWithAnAddressSendsSpansThere() {
        Spans spans = spans(Map.of("zipkin", "http://127.0.0.1:9411"));

        assertThat(spans.endpoint(Ports.usual()))
                .contains(URI.create("http://127.0.0.1:9411/api/v2/spans"));
    }

    @Test
    void withoutZipkinNoSpansAreSent() {
        assertThat(spans(Map.of())).isEqualTo(new Spans.Nowhere());
    }

    private static Spans spans(Map<String, String> given) {
        return RequestedSpans.of(LocalOptions.of(Path.of("../.."), given));
    }
}
