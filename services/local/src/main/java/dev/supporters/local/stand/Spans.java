package dev.supporters.local.stand;

import java.net.URI;
import java.util.Optional;

/** Where the services send the spans of their traces. */
public sealed interface Spans {

    String PATH = "/api/v2/spans";

    /** Where they are posted to, if anywhere. */
    Optional<URI> endpoint(Ports ports);

    /** Nowhere: the services make none. */
    record Nowhere() implements Spans {
        @Override
        public Optional<URI> endpoint(Ports ports) {
            return Optional.empty();
        }
    }

    /** To a Zipkin server that the stand starts. */
    record OwnZipkin() implements Spans {
        @Override
        public Optional<URI> endpoint(Ports ports) {
            return Optional.of(URI.create(ZipkinProcess.url(ports) + PATH));
        }
    }

    /** To a Zipkin server that runs already. */
    record Zipkin(URI server) implements Spans {
        @Override
        public Optional<URI> endpoint(Ports ports) {
            return Optional.of(server.resolve(PATH));
        }
    }
}
