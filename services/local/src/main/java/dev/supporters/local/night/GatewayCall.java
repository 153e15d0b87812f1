package dev.supporters.local.night;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Optional;

/** A call followed at the gateway by a subscription, which begins with the call as it is. */
final class GatewayCall implements FollowedCall {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Doors doors;
    private final String token;
    private final String callId;
    private final GraphQlSocket socket;

    GatewayCall(Doors doors, String token, String callId) {
        this.doors = doors;
        this.token = token;
        this.callId = callId;
        this.socket =
                doors.subscribe(token, Operation.CALL_CHANGED, Json.object().put("callId", callId));
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public Optional<CallView> await(Duration real) throws InterruptedException {
        Optional<Inbox> message = socket.await(real);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        return switch (message.get()) {
            case Inbox.News news -> view(news.data().path("callChanged"));
            case Inbox.Connected connected ->
                    Optional.empty(); // the subscription begins with the call as it is
        };
    }

    @Override
    public Optional<CallView> read() throws InterruptedException {
        try {
            GraphQlAnswer answer =
                    doors.graphQl()
                            .ask(token, Operation.CALL, Json.object().put("id", callId), LIMIT);
            return answer.refused() ? Optional.empty() : view(answer.data().path("call"));
        } catch (DoorClosed e) {
            return Optional.empty();
        }
    }

    @Override
    public Cancellation cancel() throws InterruptedException {
        try {
            GraphQlAnswer answer =
                    doors.graphQl()
                            .ask(
                                    token,
                                    Operation.CANCEL_CALL,
                                    Inputs.of(callId + "-cancel")
                                            .with("callId", callId)
                                            .variables(),
                                    LIMIT);
            if (!answer.refused()) {
                return Cancellation.CANCELLED;
            }
            return answer.refusedFor("CALL_PICKED_UP") || answer.refusedFor("CALL_ENDED")
                    ? Cancellation.TOO_LATE
                    : Cancellation.NOT_NOW;
        } catch (DoorClosed e) {
            return Cancellation.NOT_NOW;
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private static Optional<CallView> view(JsonNode call) {
        return call.path("status").isTextual()
                ? Optional.of(
                        new CallView(
                                CallStatus.ofGateway(call.path("status").asText()),
                                Duration.ofSeconds(call.path("etaSeconds").asLong(0))))
                : Optional.empty();
    }
}
