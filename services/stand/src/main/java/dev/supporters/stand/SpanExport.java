package dev.supporters.stand;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the services send the spans of their traces. */
public sealed interface SpanExport {

    String PATH = "/api/v2/spans";

    /** Where they are posted to, if anywhere. */
    Optional<URI> endpoint(StandPorts ports);

    /** Nowhere: the services make none. */
    record Nowhere() implements SpanExport {
        @Override
        public Optional<URI> endpoint(StandPorts ports) {
            return Optional.empty();
        }
    }

    /** To a Zipkin server that the stand starts; server is its executable archive. */
    record OwnZipkin(Path server) implements SpanExport {
        @Override
        public Optional<URI> endpoint(StandPorts ports) {
            return Optional.of(URI.create(ZipkinProcess.url(ports) + PATH));
        }
    }

    /** To a Zipkin server that runs already. */
    record Zipkin(URI server) implements SpanExport {
        @Override
        public Optional<URI> endpoint(StandPorts ports) {
            return Optional.of(server.resolve(PATH));
        }
    }
}
