package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.GraphQlSubscription;
import dev.supporters.player.client.GraphQlSubscription.Message;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;

import java.time.Duration;
import java.util.Optional;

/** A call followed at the gateway by a subscription, which begins with the call as it is. */
final class FollowedGatewayCall implements FollowedCall {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final SystemClients clients;
    private final String token;
    private final String callId;
    private final GraphQlSubscription socket;

    FollowedGatewayCall(SystemClients clients, String token, String callId) {
        this.clients = clients;
        this.token = token;
        this.callId = callId;
        this.socket =
                clients.subscribe(
                        token,
                        JsonNodes.object().put("callId", callId),
                        GraphQlOperation.CALL_CHANGED);
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public Optional<ObservedCall> await(Duration real) throws InterruptedException {
        Optional<Message> message = socket.await(real);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        return switch (message.get()) {
            case Message.Data news -> view(news.data().path("callChanged"));
            case Message.Connected connected ->
                    Optional.empty(); // the subscription begins with the call as it is
        };
    }

    @Override
    public Optional<ObservedCall> read() throws InterruptedException {
        try {
            GraphQlAnswer answer =
                    clients.graphQl()
                            .ask(
                                    token,
                                    GraphQlOperation.CALL,
                                    JsonNodes.object().put("id", callId),
                                    LIMIT);
            return answer.refused() ? Optional.empty() : view(answer.data().path("call"));
        } catch (NoAnswerException e) {
            return Optional.empty();
        }
    }

    @Override
    public CancellationResult cancel() throws InterruptedException {
        try {
            GraphQlAnswer answer =
                    clients.graphQl()
                            .ask(
                                    token,
                                    GraphQlOperation.CANCEL_CALL,
                                    MutationInput.of(callId + "-cancel")
                                            .with("callId", callId)
                                            .variables(),
                                    LIMIT);
            if (!answer.refused()) {
                return CancellationResult.CANCELLED;
            }
            return answer.refusedFor("CALL_PICKED_UP") || answer.refusedFor("CALL_ENDED")
                    ? CancellationResult.TOO_LATE
                    : CancellationResult.NOT_NOW;
        } catch (NoAnswerException e) {
            return CancellationResult.NOT_NOW;
        }
    }

    @Override
    public void rate(int stars) throws InterruptedException {
        MutationInput rating =
                MutationInput.of(callId + "-rating").with("callId", callId).with("stars", stars);
        try {
            var _ =
                    clients.graphQl()
                            .ask(token, GraphQlOperation.RATE_DRIVE, rating.variables(), LIMIT);
        } catch (NoAnswerException e) {
            // then there is none
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private static Optional<ObservedCall> view(JsonNode call) {
        return call.path("status").isTextual()
                ? Optional.of(
                        new ObservedCall(
                                ObservedCall.State.ofGateway(call.path("status").asText()),
                                Duration.ofSeconds(call.path("etaSeconds").asLong(0))))
                : Optional.empty();
    }
}
