package dev.supporters.player;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.player.PeopleFigures.FoundCheaters;
import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.Cheaters;
import dev.supporters.simulation.SupporterPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the gateway, as the night's operator, what became of applications, ratings and disputes, which signals there are, and what operators did. */
final class PeopleFiguresReader {

    private final NightSetup setup;
    private final GatewayPerson operator;

    PeopleFiguresReader(NightSetup setup, SystemClients clients) {
        this.setup = setup;
        this.operator = GatewayPerson.operator(setup, clients);
    }

    /**
     * All of it.
     *
     * @param cheaters who really cheated, by driver
     */
    PeopleFigures read(List<GroupApplicant> applicants, Map<String, Cheaters.Kind> cheaters)
            throws InterruptedException {
        List<String> applications = new ArrayList<>();
        for (GroupApplicant applicant : applicants) {
            applications.addAll(applications(applicant.driverId()));
        }
        long ratings = 0;
        double stars = 0;
        for (SupporterPlan plan : setup.people().supporters()) {
            JsonNode statistics = statistics(plan.driverId());
            long count = statistics.path("ratingCount").asLong(0);
            ratings += count;
            stars += count * statistics.path("averageRating").asDouble(0);
        }
        List<String> disputes = new ArrayList<>();
        long granted = 0;
        String currency = "";
        for (SupporterPlan plan : StatementDisputes.disputing(setup)) {
            JsonNode statement = statement(plan.driverId());
            statement
                    .path("disputes")
                    .forEach(dispute -> disputes.add(dispute.path("state").asText()));
            for (JsonNode adjustment : statement.path("adjustments")) {
                if (adjustment.path("kind").asText().equals("GRANT")) {
                    granted += adjustment.path("amount").path("amount").asLong(0);
                    currency = adjustment.path("amount").path("currency").asText("");
                }
            }
        }
        List<JsonNode> signals = new NightSignals(setup, operator).now();
        return new PeopleFigures(
                counts(applications),
                ratings,
                ratings == 0 ? 0 : stars / ratings,
                counts(disputes),
                granted,
                currency,
                found(signals, cheaters),
                operators(signals));
    }

    private OperatorFigures operators(List<JsonNode> signals) throws InterruptedException {
        List<String> decisions =
                signals.stream()
                        .flatMap(signal -> signal.path("decisions").valueStream())
                        .map(decided -> decided.path("decision").asText())
                        .toList();
        List<String> incidents = new ArrayList<>();
        long revoked = 0;
        for (SupporterPlan plan : setup.people().supporters()) {
            for (JsonNode incident :
                    data(GraphQlOperation.INCIDENTS, about(plan.driverId())).path("incidents")) {
                if (incident.path("revokedAt").isTextual()) {
                    revoked++;
                } else {
                    incidents.add(incident.path("kind").asText());
                }
            }
        }
        List<String> policies =
                operator
                        .all(
                                GraphQlOperation.POLICY_HISTORY,
                                JsonNodes.object().put("region", NightSeed.REGION),
                                "policyHistory",
                                "policies")
                        .stream()
                        .map(policy -> policy.path("updatedBy").asText(""))
                        .toList();
        return new OperatorFigures(
                counts(decisions),
                without("decisions", signals),
                without("evidence", signals),
                counts(incidents),
                revoked,
                counts(policies));
    }

    private static long without(String list, List<JsonNode> signals) {
        return signals.stream().filter(signal -> signal.path(list).isEmpty()).count();
    }

    private static Map<String, Long> counts(List<String> states) {
        return states.stream().collect(groupingBy(state -> state, counting()));
    }

    private List<String> applications(String driverId) throws InterruptedException {
        return data(GraphQlOperation.APPLICATIONS, about(driverId))
                .path("applications")
                .path("applications")
                .valueStream()
                .map(application -> application.path("state").asText())
                .toList();
    }

    private JsonNode statistics(String driverId) throws InterruptedException {
        return data(GraphQlOperation.ELIGIBILITY, about(driverId).put("region", NightSeed.REGION))
                .path("eligibility")
                .path("statistics");
    }

    private JsonNode statement(String driverId) throws InterruptedException {
        return data(
                        GraphQlOperation.DISPUTED_STATEMENT,
                        about(driverId).put("businessDate", date()))
                .path("statement");
    }

    private static List<FoundCheaters> found(
            List<JsonNode> signals, Map<String, Cheaters.Kind> cheaters) {
        List<FoundCheaters> kinds = new ArrayList<>();
        for (Cheaters.Kind kind : Cheaters.Kind.values()) {
            Set<String> flagged =
                    signals.stream()
                            .filter(signal -> signal.path("kind").asText().equals(kind.name()))
                            .map(signal -> signal.path("driverId").asText())
                            .collect(toSet());
            Set<String> real =
                    cheaters.entrySet().stream()
                            .filter(cheater -> cheater.getValue() == kind)
                            .map(Map.Entry::getKey)
                            .collect(toSet());
            int found = (int) real.stream().filter(flagged::contains).count();
            if (!flagged.isEmpty() || !real.isEmpty()) {
                kinds.add(
                        new FoundCheaters(kind.name(), real.size(), found, flagged.size() - found));
            }
        }
        return kinds;
    }

    private JsonNode data(GraphQlOperation operation, ObjectNode variables)
            throws InterruptedException {
        GraphQlAnswer answer = operator.ask(operation, variables);
        return answer.data();
    }

    private static ObjectNode about(String driverId) {
        return JsonNodes.object().put("driverId", driverId);
    }

    private String date() {
        return setup.night().businessDate().toString();
    }
}
