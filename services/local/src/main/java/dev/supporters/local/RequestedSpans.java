package dev.supporters.local;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.local.stand.Spans;

/** Where the options want the services' spans. */
final class RequestedSpans {

    private RequestedSpans() {}

    static Spans of(LocalOptions options) {
        LocalOptions.ZipkinServer zipkin = options.zipkin();
        if (zipkin.own()) {
            return new Spans.OwnZipkin();
        }
        return zipkin.running().<Spans>map(Spans.Zipkin::new).orElseGet(Spans.Nowhere::new);
    }
}
