package dev.supporters.faults.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What an operator does whom an alert tells of parked calls: looks at them and releases them, through the gateway. */
record ParkedCallRelease(Stand stand) {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Releases all of them. */
    void run(String key) throws InterruptedException {
        try (SystemClients clients =
                new SystemClients(
                        URI.create(stand.url(ServiceSpec.GATEWAY)),
                        URI.create(stand.url(ServiceSpec.LEGACY)),
                        stand.secrets().legacyToken(),
                        what -> {})) {
            for (String callId : parked(clients)) {
                ask(
                        clients,
                        GraphQlOperation.RELEASE_CALL,
                        MutationInput.of(key + "-" + callId).with("callId", callId).variables());
            }
        }
    }

    private List<String> parked(SystemClients clients) throws InterruptedException {
        return ask(clients, GraphQlOperation.PARKED_CALLS, JsonNodes.object())
                .data()
                .path("parkedCalls")
                .path("calls")
                .valueStream()
                .map(parked -> parked.path("call").path("callId").asText())
                .toList();
    }

    private GraphQlAnswer ask(
            SystemClients clients, GraphQlOperation operation, ObjectNode variables)
            throws InterruptedException {
        try {
            GraphQlAnswer answer =
                    clients.graphQl()
                            .ask(
                                    stand.issuer().mint("night", "operator"),
                                    operation,
                                    variables,
                                    LIMIT);
            if (answer.refused()) {
                throw new IllegalStateException(operation.title() + ": " + answer.reason());
            }
            return answer;
        } catch (NoAnswerException e) {
            throw new IllegalStateException(operation.title() + ": the gateway does not answer", e);
        }
    }
}
