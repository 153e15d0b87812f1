package dev.supporters.player;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.SystemClients;

import java.util.List;

/**
 * After the night its operator decides on each signal of abuse, in turn in each way that there is, and enters a fine of the first supporter.
 */
final class SignalDecisions {

    /** In this order, so that already the first signal holds the pay of somebody. */
    private static final List<String> IN_TURN = List.of("HOLD_PAY", "WARN", "SUSPEND", "DISMISS");

    private final NightSetup setup;
    private final GatewayPerson operator;

    SignalDecisions(NightSetup setup, SystemClients clients) {
        this.setup = setup;
        this.operator = GatewayPerson.operator(setup, clients);
    }

    /** In a night that is continued what was decided before is answered as then. */
    void play() throws InterruptedException {
        List<JsonNode> signals =
                new NightSignals(setup, operator)
                        .await().stream()
                                .sorted(
                                        comparing((JsonNode signal) ->
                                                        signal.path("driverId").asText())
                                                .thenComparing(
                                                        signal -> signal.path("kind").asText()))
                                .toList();
        for (int number = 0; number < signals.size(); number++) {
            decide(signals.get(number), IN_TURN.get(number % IN_TURN.size()));
        }
        if (!setup.people().supporters().isEmpty()) {
            enterFine(setup.people().supporters().getFirst().driverId());
        }
    }

    private void decide(JsonNode signal, String decision) throws InterruptedException {
        String id = signal.path("signalId").asText();
        var _ =
                operator.change(
                        GraphQlOperation.DECIDE_ABUSE_SIGNAL,
                        MutationInput.of("decide-" + id)
                                .with("signalId", id)
                                .with("decision", decision)
                                .with("reason", "Looked at after the night."));
    }

    private void enterFine(String driverId) throws InterruptedException {
        String date = setup.night().businessDate().toString();
        var _ =
                operator.change(
                        GraphQlOperation.RECORD_INCIDENT,
                        MutationInput.of("fine-" + driverId + "-" + date)
                                .with("driverId", driverId)
                                .with("kind", "FINE")
                                .with("date", date)
                                .with("note", "Stopped where one must not."));
    }
}
