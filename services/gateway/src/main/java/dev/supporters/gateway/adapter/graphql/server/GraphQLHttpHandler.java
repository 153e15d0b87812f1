package dev.supporters.gateway.adapter.graphql.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.gateway.adapter.graphql.error.RequestRefusal;
import dev.supporters.gateway.adapter.graphql.server.OperationLimits.Allowed;
import dev.supporters.gateway.adapter.graphql.server.RecentResultProvider.Answer;
import dev.supporters.gateway.adapter.graphql.server.RequestInput.PersistedQueryNotFound;
import dev.supporters.gateway.adapter.graphql.server.SharedSubscriptions.SharedRequest;
import dev.supporters.gateway.adapter.http.AuthenticationFilter;
import dev.supporters.gateway.adapter.http.FailureMapper;
import dev.supporters.gateway.adapter.http.HttpStatusMapper;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.adapter.http.RefusalMapper;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.opentelemetry.context.Context;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** GraphQL over HTTP, by POST and, for queries, by GET. It comes after authentication, and works on threads of its own. */
@ApplicationScoped
class GraphQLHttpHandler {

    private static final int AFTER_AUTHENTICATION = AuthenticationFilter.PRIORITY - 1;

    private static final Allowed BY_POST =
            new Allowed(
                    Set.of(Operation.QUERY, Operation.MUTATION),
                    "a query or a mutation; subscriptions over a websocket, by graphql-transport-ws",
                    400);
    private static final Allowed MAY_BE_OLD =
            new Allowed(
                    Set.of(Operation.QUERY),
                    "a query; mutations without Cache-Control: max-age",
                    400);
    private static final Allowed BY_GET =
            new Allowed(Set.of(Operation.QUERY), "a query; mutations by POST", 405);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GraphQLExecution engine;
    private final RequestScopeProvider scopes;
    private final WebSocketHandler sockets;
    private final SubjectLimits limits;
    private final ObjectMapper json;
    private final BodyHandler bodies;
    private final RecentResultProvider recent = new RecentResultProvider(System::nanoTime);

    GraphQLHttpHandler(
            GraphQLExecution engine,
            RequestScopeProvider scopes,
            WebSocketHandler sockets,
            SubjectLimits limits,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody) {
        this.engine = engine;
        this.scopes = scopes;
        this.sockets = sockets;
        this.limits = limits;
        this.json = json;
        this.bodies = BodyHandler.create(false).setBodyLimit(longestBody.asLongValue());
    }

    void filters(@Observes Filters filters) {
        filters.register(this::receive, AFTER_AUTHENTICATION);
        filters.register(this::answer, AFTER_AUTHENTICATION - 1);
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    /** Reads the body. Authentication may have left the event loop, where bodies are read. */
    private void receive(RoutingContext request) {
        if (!AuthenticationFilter.graphQl(request)
                || !request.request().method().equals(HttpMethod.POST)) {
            request.next();
            return;
        }
        request.vertx()
                .getOrCreateContext()
                .runOnContext(ignored -> {
                    request.request().resume();
                    bodies.handle(request);
                });
    }

    private void answer(RoutingContext request) {
        if (!AuthenticationFilter.graphQl(request)) {
            request.next();
            return;
        }
        if (AuthenticationFilter.websocket(request)) {
            sockets.open(request);
            return;
        }
        Context trace = Context.current();
        threads.execute(trace.wrap(() -> answerSafely(request)));
    }

    private void answerSafely(RoutingContext request) {
        Optional<MediaTypes> accepted =
                MediaTypes.accepted(request.request().headers().getAll(HttpHeaderNames.ACCEPT));
        MediaTypes media = accepted.orElse(MediaTypes.JSON);
        try {
            if (accepted.isEmpty()) {
                throw refused(
                        406,
                        "Accept",
                        "application/graphql-response+json or application/json in UTF-8");
            }
            execute(request, media);
        } catch (RequestRefusal refused) {
            refuse(request, refused, media);
        } catch (PersistedQueryNotFound notFound) {
            notFound(request, media, notFound);
        } catch (Refusal refusal) {
            refuse(request, refusal, media);
        } catch (RuntimeException e) {
            RefusalMapper.answer(request, 500, media.header(), FailureMapper.refusal(e));
        }
    }

    private void execute(RoutingContext context, MediaTypes media) {
        HttpServerRequest request = context.request();
        boolean post = request.method().equals(HttpMethod.POST);
        if (!post && !request.method().equals(HttpMethod.GET)) {
            throw refused(405, "method " + request.method(), "GET or POST");
        }
        SecurityIdentity identity = ((QuarkusHttpUser) context.user()).getSecurityIdentity();
        Principal principal = PrincipalProvider.session(identity).principal();
        limits.count(principal);
        RequestInput asked = post ? posted(context) : ofUrl(context);
        Optional<Duration> oldest =
                RecentResultProvider.oldest(request.getHeader(HttpHeaderNames.CACHE_CONTROL));
        Optional<SharedRequest> shared = oldest.flatMap(age -> SharedRequest.by(principal, asked));
        Answer answer =
                shared.isPresent()
                        ? recent.get(
                                shared.get(),
                                oldest.get(),
                                () -> answer(context, identity, asked, MAY_BE_OLD))
                        : answer(context, identity, asked, post ? BY_POST : BY_GET);
        context.response()
                .setStatusCode(answer.executed() ? 200 : status(media))
                .putHeader(HttpHeaderNames.CONTENT_TYPE, media.header())
                .end(answer.text());
    }

    /** Its status is 200 if it was executed, whatever came of its fields; and for everything, if JSON was asked for. */
    private Answer answer(
            RoutingContext context,
            SecurityIdentity identity,
            RequestInput asked,
            Allowed allowed) {
        ContextState state = scopes.begin(context, identity);
        ExecutionResult result;
        try {
            result =
                    RequestScopeProvider.within(
                            state, scope -> engine.execute(asked, allowed, scope));
        } finally {
            RequestScopeProvider.end(state);
        }
        try {
            return new Answer(
                    json.writeValueAsString(result.toSpecification()),
                    result.isDataPresent(),
                    result.getErrors().isEmpty());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an answer that is no JSON", e);
        }
    }

    private RequestInput posted(RoutingContext request) {
        if (!MediaTypes.isRequest(request.request().getHeader(HttpHeaderNames.CONTENT_TYPE))) {
            throw refused(415, "Content-Type", "application/json in UTF-8");
        }
        String body = request.body() == null ? null : request.body().asString();
        if (body == null || body.isBlank()) {
            throw RequestRefusal.invalid("body: nothing", "a JSON object");
        }
        return RequestInput.parse(body);
    }

    private static RequestInput ofUrl(RoutingContext request) {
        Map<String, String> parameters = new HashMap<>();
        request.queryParams().forEach(entry -> parameters.put(entry.getKey(), entry.getValue()));
        return RequestInput.ofParameters(parameters);
    }

    private static RequestRefusal refused(int status, String offending, String expected) {
        return new RequestRefusal(
                new Refusal(ErrorReason.ERROR_REASON_INVALID_ARGUMENT, offending, expected),
                List.of(),
                status);
    }

    private static void refuse(RoutingContext request, RequestRefusal refused, MediaTypes media) {
        if (refused.status() == 405) {
            request.response().putHeader(HttpHeaderNames.ALLOW, "GET, POST");
        }
        RefusalMapper.answer(request, refused.status(), media.header(), refused.refusal());
    }

    /** Refused before anything was read: the person asks too often, or is nobody. */
    private static void refuse(RoutingContext request, Refusal refusal, MediaTypes media) {
        if (refusal.reason() == ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED) {
            request.response()
                    .putHeader(HttpHeaderNames.RETRY_AFTER, HttpStatusMapper.RETRY_AFTER_SECONDS);
            RefusalMapper.answer(request, 429, media.header(), refusal);
        } else {
            RefusalMapper.answer(request, 401, media.header(), refusal);
        }
    }

    /** The form that Apollo's clients wait for: this very message, and its code. */
    private void notFound(
            RoutingContext request, MediaTypes media, PersistedQueryNotFound notFound) {
        Map<String, Object> extensions =
                RefusalMapper.extensions(
                        new Refusal(
                                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                                "a document's hash",
                                "the document itself"));
        extensions.put("code", "PERSISTED_QUERY_NOT_FOUND");
        RefusalMapper.answer(
                request, status(media), media.header(), notFound.getMessage(), extensions);
    }

    private static int status(MediaTypes media) {
        return switch (media) {
            case JSON -> 200;
            case GRAPHQL -> 400;
        };
    }
}
