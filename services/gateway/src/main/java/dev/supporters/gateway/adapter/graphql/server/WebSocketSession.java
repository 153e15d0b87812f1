package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.adapter.graphql.error.RequestRefusal;
import dev.supporters.gateway.adapter.graphql.server.OperationLimits.Allowed;
import dev.supporters.gateway.adapter.graphql.server.SharedSubscriptions.SharedRequest;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.adapter.http.SessionProvider;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;

import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;

import org.jboss.logging.Logger;
import org.reactivestreams.Publisher;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One websocket and its operations, by graphql-transport-ws. Messages are read one after the other on threads of their own; before a
 * valid token has come, nothing else is looked at.
 */
final class WebSocketSession {

    private static final Logger LOG = Logger.getLogger(WebSocketSession.class);
    private static final Allowed ANYTHING =
            new Allowed(Set.of(Operation.values()), "an operation", 400);
    private static final long KEEP_ALIVE_MILLIS = 10_000;
    private static final int MOST_WAITING = 100;
    private static final String ID = "id";

    private final WebSocketHandler sockets;
    private final RoutingContext upgrade;
    private final ServerWebSocket socket;
    private final Map<String, OperationSession> operations = new ConcurrentHashMap<>();

    /** There once somebody is in; it lasts as long as the socket, and as what was asked before it closed. */
    private Optional<ContextState> scope = Optional.empty();

    private int asked;
    private boolean over;
    private final AtomicInteger waiting = new AtomicInteger();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** Whose it is, once somebody is in. */
    private volatile Optional<Session> session = Optional.empty();

    private volatile Optional<Long> expiryTimer = Optional.empty();

    /** From which address it counts among those that have not said who they are; empty if it does not. */
    private final AtomicReference<Optional<String>> stranger;

    /** As whose it counts; empty before somebody has said who it is, and when it is closed. */
    private final AtomicReference<Optional<Principal>> person;

    /**
     * One that has just been opened.
     *
     * @param stranger from which address, if the upgrade request brought no valid token
     * @param person whose token it brought, and as whose it counts already
     */
    WebSocketSession(
            WebSocketHandler sockets,
            RoutingContext upgrade,
            ServerWebSocket socket,
            Optional<String> stranger,
            Optional<Principal> person) {
        this.stranger = new AtomicReference<>(stranger);
        this.person = new AtomicReference<>(person);
        this.sockets = sockets;
        this.upgrade = upgrade;
        this.socket = socket;
    }

    /** To be called on the socket's event loop. */
    void begin() {
        long patience =
                upgrade.vertx()
                        .setTimer(
                                sockets.config().socketInitTimeout().toMillis(),
                                ignored -> {
                                    if (session.isEmpty()) {
                                        close(4408, "Connection initialisation timeout");
                                    }
                                });
        long keepAlive =
                upgrade.vertx()
                        .setPeriodic(KEEP_ALIVE_MILLIS, ignored -> send(Map.of("type", "ping")));
        Runnable leave =
                () -> {
                    known();
                    upgrade.vertx().cancelTimer(patience);
                    upgrade.vertx().cancelTimer(keepAlive);
                    expiryTimer.ifPresent(upgrade.vertx()::cancelTimer);
                    sockets.threads().execute(this::closed);
                };
        try {
            socket.closeHandler(ignored -> leave.run());
        } catch (IllegalStateException e) {
            LOG.debug("websocket closed before it was looked at", e);
            leave.run();
            return;
        }
        socket.exceptionHandler(failure -> LOG.debug("websocket lost", failure));
        socket.binaryMessageHandler(ignored -> close(4400, "Messages are texts"));
        socket.textMessageHandler(this::received);
    }

    /** Answers an operation and frees its id. */
    void end(OperationSession operation, Map<String, Object> message) {
        if (operations.remove(operation.id(), operation)) {
            send(message);
        }
    }

    boolean underWay(OperationSession operation) {
        return operations.get(operation.id()) == operation;
    }

    /** Whether it is open, and its token has not expired. */
    boolean valid() {
        return !socket.isClosed() && session.filter(Session::expired).isEmpty();
    }

    /** Sends a message; the future ends when it has left. */
    Future<Void> send(Map<String, Object> message) {
        return sendText(sockets.text(message));
    }

    /** Sends a message that is JSON already. */
    Future<Void> sendText(String text) {
        try {
            return socket.isClosed()
                    ? Future.failedFuture("closed")
                    : socket.writeTextMessage(text);
        } catch (IllegalStateException e) {
            return Future.failedFuture(e); // closed since it was looked at
        }
    }

    /** On the event loop: only hands the message on. */
    private void received(String text) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            close(4429, "Too many messages at once");
            return;
        }
        last =
                last.thenRunAsync(() -> handle(text), sockets.threads())
                        .whenComplete((done, failure) -> waiting.decrementAndGet())
                        .exceptionally(this::failed);
    }

    private Void failed(Throwable failure) {
        LOG.error("websocket message failed", failure);
        close(4500, "Internal error");
        return null;
    }

    private void handle(String text) {
        if (socket.isClosed()) {
            return;
        }
        Map<String, Object> message;
        try {
            message = RequestInput.object(RequestInput.json(text, "message"), "message");
        } catch (RequestRefusal e) {
            close(4400, "Message is no JSON object");
            return;
        }
        String type = message.get("type") instanceof String name ? name : "";
        switch (type) {
            case "connection_init" -> initialise(message.get("payload"));
            case "ping" -> pinged(message.get("payload"));
            case "pong" -> LOG.trace("pong");
            case "subscribe" -> subscribe(message);
            case "complete" -> complete(message);
            default -> close(4400, "Unknown message type");
        }
    }

    private void initialise(Object payload) {
        if (session.isPresent()) {
            close(4429, "Too many initialisation requests");
            return;
        }
        Optional<SecurityIdentity> identity = sockets.identity(upgrade, payload);
        if (identity.isEmpty()) {
            close(4403, "Forbidden");
            return;
        }
        Session begun = PrincipalProvider.session(identity.get());
        if (!countsAs(begun.principal())) {
            close(1013, WebSocketHandler.TOO_MANY_OF_ONE);
            return;
        }
        open(sockets.scopes().begin(upgrade, SessionProvider.lasting(identity.get(), begun)));
        session = Optional.of(begun);
        known();
        closeWhenExpired(begun);
        if (socket.isClosed()) {
            closed();
            return;
        }
        send(Map.of("type", "connection_ack"));
    }

    /** It is known who it is, or it is closed. */
    private void known() {
        stranger.getAndSet(Optional.empty()).ifPresent(sockets.socketLimits()::strangerLeaves);
    }

    /** A ping that brings a token renews the session; the pong says until when, or why not. Then nothing is another than before. */
    private void pinged(Object payload) {
        Optional<Session> present = session;
        if (present.isEmpty() || !WebSocketHandler.bringsToken(payload)) {
            send(Map.of("type", "pong"));
            return;
        }
        try {
            renew(present.get(), payload);
            send(pong("authorizedUntil", present.get().until().toString()));
        } catch (Refusal refusal) {
            send(pong("refused", refusal.reasonName()));
        }
    }

    private static Map<String, Object> pong(String field, String value) {
        return Map.of("type", "pong", "payload", Map.of(field, value));
    }

    private void renew(Session present, Object payload) {
        sockets.limits().count(present.principal());
        SecurityIdentity identity =
                sockets.identity(upgrade, payload)
                        .orElseThrow(() ->
                                new Refusal(
                                        ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                                        "no valid token",
                                        "Authorization: Bearer <token>"));
        Set<Role> before = present.principal().roles();
        present.renew(PrincipalProvider.session(identity));
        if (enter().isEmpty()) {
            return; // closed meanwhile
        }
        try {
            scope.ifPresent(state ->
                    sockets.scopes().change(state, SessionProvider.lasting(identity, present)));
        } finally {
            leave();
        }
        expiryTimer.ifPresent(upgrade.vertx()::cancelTimer);
        closeWhenExpired(present);
        if (!present.principal().roles().equals(before)) {
            operations.values().forEach(this::mustBeAskedAgain);
        }
    }

    /** What was allowed with other roles is asked again by the client, who may lack one now. */
    private void mustBeAskedAgain(OperationSession operation) {
        operation.cancel();
        end(
                operation,
                SocketMessageMapper.error(
                        operation.id(),
                        SocketMessageMapper.errors(
                                new Refusal(
                                        ErrorReason.ERROR_REASON_UNAVAILABLE,
                                        "roles that changed",
                                        "the same operation again"))));
    }

    /** Tokens expire by real time, whatever the product's clock says. */
    private void closeWhenExpired(Session present) {
        long left = InstantSource.system().instant().until(present.until()).toMillis();
        expiryTimer =
                Optional.of(
                        upgrade.vertx()
                                .setTimer(
                                        Math.max(0, left) + 1, ignored -> closeIfExpired(present)));
    }

    /** Another token may have come in the moment in which the one before expired. */
    private void closeIfExpired(Session present) {
        if (present.expired()) {
            close(4403, "Token expired");
        }
    }

    private void subscribe(Map<String, Object> message) {
        if (session.isEmpty()) {
            close(4401, "Unauthorized");
            return;
        }
        if (!(message.get(ID) instanceof String id)
                || id.isEmpty()
                || !(message.get("payload") instanceof Map<?, ?>)) {
            close(4400, "A subscription has an id and a payload");
            return;
        }
        OperationSession operation = new OperationSession(this, id);
        if (operations.putIfAbsent(id, operation) != null) {
            close(4409, "Subscriber for " + shortened(id) + " already exists");
            return;
        }
        sockets.threads().execute(() -> execute(operation, message.get("payload")));
    }

    private void execute(OperationSession operation, Object payload) {
        if (enter().isEmpty()) {
            return; // the socket was closed before this operation's turn
        }
        try {
            executeAndAnswer(operation, payload);
        } finally {
            leave();
        }
    }

    private void executeAndAnswer(OperationSession operation, Object payload) {
        ExecutionResult result;
        Optional<SharedRequest> shared = Optional.empty();
        try {
            Optional<Principal> principal = session.map(Session::principal);
            if (session.filter(Session::expired).isPresent()) {
                throw refused(
                        ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                        "a token that expired",
                        "a valid token");
            }
            int most = sockets.config().socketOperations();
            if (operations.size() > most) {
                throw refused(
                        ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED,
                        "more than " + most + " operations at once",
                        "fewer operations on one websocket");
            }
            principal.ifPresent(sockets.limits()::count);
            RequestInput request = RequestInput.of(RequestInput.object(payload, "payload"));
            shared = principal.flatMap(asking -> SharedRequest.by(asking, request));
            operation.executedBy(() -> execute(request));
            Optional<SharedExecution> present =
                    shared.flatMap(asked -> sockets.shared().join(asked, operation));
            if (present.isPresent()) {
                operation.share(present.get());
                return;
            }
            result = executeAs(request);
        } catch (RequestRefusal e) {
            result = GraphQLExecution.inOurShape(e.toExecutionResult());
        } catch (RequestInput.PersistedQueryNotFound e) {
            result =
                    GraphQLExecution.inOurShape(
                            RequestRefusal.invalid("a document's hash", "the document itself")
                                    .toExecutionResult());
        } catch (RuntimeException e) {
            result = GraphQLExecution.fault(e);
        }
        answer(operation, result, shared);
    }

    /** Executes a request as whose socket this is, for several. */
    private ExecutionResult execute(RequestInput request) {
        try {
            return executeAs(request);
        } catch (RequestRefusal e) {
            return GraphQLExecution.inOurShape(e.toExecutionResult());
        } catch (RuntimeException e) {
            return GraphQLExecution.fault(e);
        }
    }

    private ExecutionResult executeAs(RequestInput request) {
        ContextState present =
                enter().orElseThrow(() ->
                        refused(
                                ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                                "a connection that is closed",
                                "an open one"));
        try {
            return RequestScopeProvider.within(
                    present, state -> sockets.engine().execute(request, ANYTHING, state));
        } finally {
            leave();
        }
    }

    private void answer(
            OperationSession operation, ExecutionResult result, Optional<SharedRequest> shared) {
        Object data = result.isDataPresent() ? result.getData() : null;
        if (data instanceof Publisher<?> stream) {
            shared.ifPresentOrElse(
                    asked -> operation.share(sockets.shared().begin(asked, operation, stream)),
                    () -> operation.follow(stream));
        } else if (data == null) {
            end(
                    operation,
                    SocketMessageMapper.error(
                            operation.id(), result.toSpecification().get("errors")));
        } else if (underWay(operation)) {
            send(SocketMessageMapper.next(operation.id(), result));
            end(operation, SocketMessageMapper.complete(operation.id()));
        }
    }

    private void complete(Map<String, Object> message) {
        if (!(message.get(ID) instanceof String id)) {
            close(4400, "A completion has an id");
            return;
        }
        Optional.ofNullable(operations.remove(id)).ifPresent(OperationSession::cancel);
    }

    private void close(int code, String reason) {
        try {
            if (!socket.isClosed()) {
                socket.close((short) code, reason);
            }
        } catch (IllegalStateException e) {
            LOG.debug("closed since it was looked at", e);
        }
    }

    /** False if there are too many of this one. Whoever came with the upgrade may be another than the one who initialises. */
    private boolean countsAs(Principal begun) {
        if (person.get().filter(begun::equals).isPresent()) {
            return true;
        }
        if (!sockets.socketLimits().personEnters(begun)) {
            return false;
        }
        person.getAndSet(Optional.of(begun)).ifPresent(sockets.socketLimits()::personLeaves);
        return true;
    }

    private void closed() {
        person.getAndSet(Optional.empty()).ifPresent(sockets.socketLimits()::personLeaves);
        synchronized (this) {
            over = true; // what is subscribed from now on is not executed
        }
        operations.values().forEach(OperationSession::cancel);
        operations.clear();
        synchronized (this) {
            endIfNothingIsAsked();
        }
    }

    private synchronized void open(ContextState state) {
        scope = Optional.of(state);
    }

    /** The scope, for one operation that is asked; none once the socket is closed. */
    private synchronized Optional<ContextState> enter() {
        if (over || scope.isEmpty()) {
            return Optional.empty();
        }
        asked++;
        return scope;
    }

    private synchronized void leave() {
        asked--;
        endIfNothingIsAsked();
    }

    /** Whoever is asking when the socket closes still needs it. */
    private void endIfNothingIsAsked() {
        if (over && asked == 0) {
            scope.ifPresent(RequestScopeProvider::end);
            scope = Optional.empty();
        }
    }

    private static RequestRefusal refused(ErrorReason reason, String offending, String expected) {
        return new RequestRefusal(new Refusal(reason, offending, expected), List.of(), 400);
    }

    /** A reason of a close has at most 123 bytes. */
    private static String shortened(String id) {
        return id.length() <= 20 ? id : "this id";
    }
}
