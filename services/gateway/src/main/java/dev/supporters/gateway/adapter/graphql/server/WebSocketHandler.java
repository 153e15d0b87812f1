package dev.supporters.gateway.adapter.graphql.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.gateway.adapter.http.PrincipalProvider;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Opens websockets for GraphQL (graphql-transport-ws), and knows whose tokens they bring. */
@ApplicationScoped
class WebSocketHandler {

    static final String PROTOCOL = "graphql-transport-ws";

    private static final Logger LOG = Logger.getLogger(WebSocketHandler.class);

    static final String TOO_MANY_OF_ONE = "Too many connections of one person";
    private static final String BEARER = "bearer ";
    private static final Duration AUTHENTICATION = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GraphQLExecution engine;
    private final RequestScopeProvider scopes;
    private final IdentityProviderManager identities;
    private final SubjectLimits limits;
    private final SocketLimits socketLimits;
    private final ObjectMapper json;
    private final GatewayConfig config;
    private final SharedSubscriptions shared =
            new SharedSubscriptions(result -> text(SocketMessageMapper.payload(result)));

    WebSocketHandler(
            GraphQLExecution engine,
            RequestScopeProvider scopes,
            IdentityProviderManager identities,
            SubjectLimits limits,
            SocketLimits socketLimits,
            ObjectMapper json,
            GatewayConfig config) {
        this.engine = engine;
        this.scopes = scopes;
        this.identities = identities;
        this.limits = limits;
        this.socketLimits = socketLimits;
        this.json = json;
        this.config = config;
    }

    void open(RoutingContext request) {
        request.request()
                .toWebSocket()
                .onSuccess(socket -> opened(request, socket))
                .onFailure(failure -> LOG.debug("websocket not opened", failure));
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    GraphQLExecution engine() {
        return engine;
    }

    RequestScopeProvider scopes() {
        return scopes;
    }

    SubjectLimits limits() {
        return limits;
    }

    SocketLimits socketLimits() {
        return socketLimits;
    }

    SharedSubscriptions shared() {
        return shared;
    }

    /** As JSON. */
    String text(Map<String, Object> message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an answer that is no JSON", e);
        }
    }

    GatewayConfig config() {
        return config;
    }

    ExecutorService threads() {
        return threads;
    }

    /** Whether a message's payload has a token, valid or not; the key's case does not matter. */
    static boolean bringsToken(Object payload) {
        return payload instanceof Map<?, ?> fields
                && fields.keySet().stream().anyMatch(WebSocketHandler::authorizes);
    }

    /** A token in the message counts more than one in the upgrade request. */
    Optional<SecurityIdentity> identity(RoutingContext upgrade, Object payload) {
        if (payload instanceof Map<?, ?> fields && bringsToken(payload)) {
            return fields.entrySet().stream()
                    .filter(field -> authorizes(field.getKey()))
                    .map(Map.Entry::getValue)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .findFirst()
                    .flatMap(authorization -> authenticate(upgrade, authorization));
        }
        return ofUpgrade(upgrade);
    }

    private static boolean authorizes(Object key) {
        return "authorization".equalsIgnoreCase(String.valueOf(key));
    }

    /** Whose token the upgrade request brought. */
    private static Optional<SecurityIdentity> ofUpgrade(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? Optional.of(user.getSecurityIdentity())
                : Optional.empty();
    }

    /** Whose token this is; empty if it is not valid. Waits for keys of the issuer, so never on an event loop. */
    private Optional<SecurityIdentity> authenticate(RoutingContext request, String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        TokenAuthenticationRequest token =
                new TokenAuthenticationRequest(
                        new JsonWebTokenCredential(
                                authorization.substring(BEARER.length()).strip()));
        HttpSecurityUtils.setRoutingContextAttribute(token, request);
        try {
            return Optional.ofNullable(
                    identities.authenticate(token).await().atMost(AUTHENTICATION));
        } catch (RuntimeException e) {
            LOG.debug("token refused", e);
            return Optional.empty();
        }
    }

    /** Who says who it is with the upgrade counts from then on. */
    private void opened(RoutingContext request, ServerWebSocket socket) {
        if (!PROTOCOL.equals(socket.subProtocol())) {
            socket.close((short) 4406, "Subprotocol not acceptable");
            return;
        }
        Optional<Principal> person =
                ofUpgrade(request).map(token -> PrincipalProvider.session(token).principal());
        Optional<String> stranger =
                person.isPresent()
                        ? Optional.empty()
                        : Optional.of(socketLimits.address(request.request()));
        if (stranger.isPresent() && !socketLimits.strangerEnters(stranger.get())) {
            socket.close((short) 1013, "Too many connections without a token");
            return;
        }
        if (person.isPresent() && !socketLimits.personEnters(person.get())) {
            socket.close((short) 1013, TOO_MANY_OF_ONE);
            return;
        }
        new WebSocketSession(this, request, socket, stranger, person).begin();
    }
}
