package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who asks the gateway with a token of their own, and reads lists to their end. */
record GatewayPerson(SystemClients clients, String token) {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST_PAGES = 1_000;

    /** The operator of the night. */
    static GatewayPerson operator(NightSetup setup, SystemClients clients) {
        return new GatewayPerson(clients, setup.tokens().token("night", "operator"));
    }

    static GatewayPerson driver(NightSetup setup, SystemClients clients, String driverId) {
        return new GatewayPerson(clients, setup.tokens().token(driverId, "driver"));
    }

    GraphQlAnswer change(GraphQlOperation operation, MutationInput input)
            throws InterruptedException {
        return ask(operation, input.variables());
    }

    GraphQlAnswer ask(GraphQlOperation operation, ObjectNode variables)
            throws InterruptedException {
        try {
            return clients.graphQl().ask(token, operation, variables, LIMIT);
        } catch (NoAnswerException e) {
            return SupporterApp.NO_ANSWER;
        }
    }

    /**
     * All that a list has, page by page; what came before a page that is refused.
     *
     * @param list the field of the answer, like "openDisputes"
     * @param items the field of a page
     */
    List<JsonNode> all(GraphQlOperation operation, ObjectNode variables, String list, String items)
            throws InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answered = ask(operation, variables).data().path(list);
            answered.path(items).forEach(found::add);
            JsonNode info = answered.path("pageInfo");
            if (!info.path("hasNextPage").asBoolean(false)) {
                break;
            }
            variables.put("after", info.path("endCursor").asText(""));
        }
        return found;
    }

    List<JsonNode> all(GraphQlOperation operation, String list, String items)
            throws InterruptedException {
        return all(operation, JsonNodes.object(), list, items);
    }
}
