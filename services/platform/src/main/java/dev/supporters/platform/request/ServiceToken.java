package dev.supporters.platform.request;

import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.List;
import java.util.Optional;

/**
 * The secrets that our services show each other. There is no default: a service without one does not start. A second one that is let in,
 * too, makes it possible to change the secret while services with the old and the new one run side by side.
 */
@ConfigMapping(prefix = "supporters.service")
public interface ServiceToken {

    Metadata.Key<String> METADATA =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    /** As whom a service calls. Whoever has a token of its own is known by that, whatever it says here. */
    Metadata.Key<String> CALLER =
            Metadata.Key.of("supporters-caller", Metadata.ASCII_STRING_MARSHALLER);

    /** For a call that a person makes by hand through this service: it does not say as whom. */
    CallOptions.Key<Boolean> BY_HAND = CallOptions.Key.createWithDefault("by-hand", false);

    /** What this service shows; it lets it in, too, unless callers have tokens of their own. */
    String token();

    /** What it lets in beside that; whoever shows it may say as whom it calls. */
    Optional<String> otherToken();

    /** As whom this service calls. */
    @WithDefault("${quarkus.application.name}")
    String name();

    /** Tokens that only one caller has, as {@code name:digest}: the SHA-256 digest in hex; several of a name while its token is changed. */
    Optional<List<String>> callers();

    default String bearer() {
        return "Bearer " + token();
    }
}
