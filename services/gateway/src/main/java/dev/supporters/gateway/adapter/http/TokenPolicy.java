package dev.supporters.gateway.adapter.http;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.TokenSettings;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.List;
import java.util.Optional;

/** The gateway does not start with settings that let tokens of others in. They are those by which tokens are verified. */
@ApplicationScoped
class TokenPolicy {

    private final TokenSettings settings;

    TokenPolicy(
            GatewayConfig config,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String keys,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<List<String>> audiences) {
        settings =
                new TokenSettings(
                        issuer, keys, audiences.orElse(List.of()), config.tokens().development());
    }

    void start(@Observes StartupEvent started) {
        settings.check();
    }
}
