package dev.supporters.local;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.stand.SpanExport;

/** Where the options want the services' spans. */
final class RequestedSpans {

    /** Where the build puts it. */
    private static final String ZIPKIN_SERVER = "services/local/target/zipkin/zipkin-server.jar";

    private RequestedSpans() {}

    static SpanExport of(LocalOptions options) {
        LocalOptions.ZipkinServer zipkin = options.zipkin();
        if (zipkin.own()) {
            return new SpanExport.OwnZipkin(options.root().resolve(ZIPKIN_SERVER));
        }
        return zipkin.running()
                .<SpanExport>map(SpanExport.Zipkin::new)
                .orElseGet(SpanExport.Nowhere::new);
    }
}
