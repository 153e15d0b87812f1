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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
        List<JsonNode> rules =
                data(GraphQlOperation.TAG_RULES, JsonNodes.object())
                        .path("tagRules")
                        .valueStream()
                        .filter(rule -> rule.path("enabled").asBoolean(false))
                        .toList();
        return new OperatorFigures(
                counts(decisions),
                without("decisions", signals),
                without("evidence", signals),
                counts(incidents),
                revoked,
                counts(policies),
                counts(switches()),
                counts(notices()),
                counts(experiments()),
                rules.size(),
                tagged(rules));
    }

    /** Who switched the modes of the night's supporters since it began. */
    private List<String> switches() throws InterruptedException {
        List<String> by = new ArrayList<>();
        for (SupporterPlan plan : setup.people().supporters()) {
            for (JsonNode change :
                    data(GraphQlOperation.MODE_CHANGES, about(plan.driverId()))
                            .path("modeChanges")) {
                if (change.path("at").isTextual()
                        && !Instant.parse(change.path("at").asText())
                                .isBefore(setup.night().windowBegin())) {
                    by.add(by(change, plan.driverId()));
                }
            }
        }
        return by;
    }

    private static String by(JsonNode change, String driverId) {
        if (change.path("signalId").isTextual()) {
            return "BECAUSE_OF_A_SIGNAL";
        }
        return change.path("actor").asText("").equals(driverId) ? "BY_THE_DRIVER" : "BY_OTHERS";
    }

    /** The newest decision of each signal of the night of which a driver was told. */
    private List<String> notices() throws InterruptedException {
        List<String> decisions = new ArrayList<>();
        for (SupporterPlan plan : setup.people().supporters()) {
            operator
                    .all(
                            GraphQlOperation.DRIVER_NOTICES,
                            about(plan.driverId()),
                            "driverNotices",
                            "notices")
                    .stream()
                    .filter(notice -> notice.path("businessDate").asText().equals(date()))
                    .forEach(notice -> decisions.add(notice.path("decision").asText()));
        }
        return decisions;
    }

    private List<String> experiments() throws InterruptedException {
        return operator.all(GraphQlOperation.EXPERIMENTS, "experiments", "regions").stream()
                .filter(region -> region.path("region").asText().equals(NightSeed.REGION))
                .flatMap(region -> region.path("experiments").valueStream())
                .map(each -> each.path("stop").isObject() ? "STOPPED" : "NOT_STOPPED")
                .toList();
    }

    private Map<String, Long> tagged(List<JsonNode> rules) throws InterruptedException {
        Map<String, Long> tagged = new TreeMap<>();
        for (JsonNode rule : rules) {
            String tag = rule.path("tag").asText();
            if (!tagged.containsKey(tag)) {
                ObjectNode named = JsonNodes.object().put("tagName", tag);
                tagged.put(
                        tag,
                        (long)
                                operator.all(
                                                GraphQlOperation.ENTITIES,
                                                named,
                                                "entityPage",
                                                "entityIds")
                                        .size());
            }
        }
        return tagged;
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
