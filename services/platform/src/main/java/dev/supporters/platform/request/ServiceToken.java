package dev.supporters.platform.request;

import io.grpc.Metadata;
import io.smallrye.config.ConfigMapping;

/** The secret that our services show each other. There is no default: a service without it does not start. */
@ConfigMapping(prefix = "supporters.service")
public interface ServiceToken {

    Metadata.Key<String> METADATA =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    String token();

    default String bearer() {
        return "Bearer " + token();
    }
}
