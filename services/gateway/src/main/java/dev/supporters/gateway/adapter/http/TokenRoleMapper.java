package dev.supporters.gateway.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.access.RoleClaim;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whoever brings a token has the roles of one claim of it, and no other: not those that another claim says, nor that of the legacy system. */
@ApplicationScoped
class TokenRoleMapper implements SecurityIdentityAugmentor {

    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final VerifiedTokenProvider verified;
    private final RoleClaim claim;

    TokenRoleMapper(GatewayConfig config, ObjectMapper json, VerifiedTokenProvider verified) {
        this.json = json;
        this.verified = verified;
        claim =
                RoleClaim.parse(
                        config.tokens().rolesClaim(), config.tokens().rolesPrefix().orElse(""));
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(() ->
                        identity.getPrincipal() instanceof JsonWebToken token
                                        && !VerifiedTokenProvider.remembered(identity)
                                ? verified.remember(identity, token, roles(token))
                                : identity);
    }

    private Set<String> roles(JsonWebToken token) {
        return claim.roles(claims(token)).stream().map(Role::claim).collect(Collectors.toSet());
    }

    /** Of a token whose signature is verified: the claims as they stand there. */
    private Map<String, Object> claims(JsonWebToken token) {
        String payload = token.getRawToken().split("\\.")[1];
        try {
            return json.readValue(
                    new String(Base64.getUrlDecoder().decode(payload), UTF_8), CLAIMS);
        } catch (JsonProcessingException e) {
            throw new AuthenticationFailedException(e);
        }
    }
}
