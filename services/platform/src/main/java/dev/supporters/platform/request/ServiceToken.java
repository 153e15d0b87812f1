package dev.supporters.platform.request;

import io.grpc.Metadata;
import io.smallrye.config.ConfigMapping;

import java.util.Optional;

/**
 * The secret that our services show each other. There is no default: a service without it does not start. A second one that is let in,
 * too, makes it possible to change the secret while services with the old and the new one run side by side.
 */
@ConfigMapping(prefix = "supporters.service")
public interface ServiceToken {

    Metadata.Key<String> METADATA =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    /** What this service shows, and lets in. */
    String token();

    /** What it lets in beside that. */
    Optional<String> otherToken();

    default String bearer() {
        return "Bearer " + token();
    }
}
