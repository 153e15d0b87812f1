package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.player.client.JsonNodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The gateway's applications and disputes as far as a night's people meet with them, one item a page. */
final class ScriptedGroup {

    private final Map<String, String> states = new TreeMap<>();
    private final Map<String, List<String>> steps = new TreeMap<>();
    private final Map<String, String> disputes = new TreeMap<>();
    private final Map<String, Long> granted = new TreeMap<>();
    private boolean reviews = true;

    ScriptedGroup(ScriptedGateway gateway) {
        gateway.answer("ApplyToGroup", (driver, variables) -> step(driver, "SUBMITTED", "APPLIED"));
        gateway.answer(
                "SupplementApplication",
                (driver, variables) -> step(driver, "SUBMITTED", "SUPPLEMENTED"));
        gateway.answer("ReviewApplication", (operator, variables) -> review(variables));
        gateway.answer("OpenApplications", (operator, variables) -> page(variables));
        gateway.answer("Applications", (operator, variables) -> applications(variables));
        gateway.answer("OpenDispute", (driver, variables) -> open(driver));
        gateway.answer("OpenDisputes", (operator, variables) -> openDisputes());
        gateway.answer("AnswerDispute", (operator, variables) -> answerDispute(variables));
        gateway.answer("DisputedStatement", (operator, variables) -> statement(variables));
    }

    /** Nothing becomes of any review. */
    void losesReviews() {
        reviews = false;
    }

    String state(String driverId) {
        return states.get(driverId);
    }

    List<String> steps(String driverId) {
        return steps.get(driverId);
    }

    Map<String, Long> granted() {
        return granted;
    }

    private String step(String driverId, String state, String step) {
        states.put(driverId, state);
        steps.computeIfAbsent(driverId, id -> new ArrayList<>()).add(step);
        return "{}";
    }

    private String review(JsonNode variables) {
        JsonNode input = variables.path("input");
        String driverId = input.path("applicationId").asText().replace("a-", "");
        if (!reviews) {
            return "{}";
        }
        return switch (input.path("decision").asText()) {
            case "APPROVE" -> step(driverId, "APPROVED", "APPROVED");
            case "REJECT" -> step(driverId, "REJECTED", "REJECTED");
            case "ASK" -> step(driverId, "INFORMATION_REQUIRED", "ASKED");
            default -> throw new AssertionError(input);
        };
    }

    private String page(JsonNode variables) {
        List<String> open =
                states.keySet().stream()
                        .filter(id -> states.get(id).equals("SUBMITTED"))
                        .filter(id -> id.compareTo(variables.path("after").asText("")) > 0)
                        .toList();
        ObjectNode answer = JsonNodes.object();
        ObjectNode page = answer.putObject("openApplications");
        ArrayNode applications = page.putArray("applications");
        open.stream()
                .limit(1)
                .forEach(id -> {
                    ObjectNode application =
                            applications
                                    .addObject()
                                    .put("applicationId", "a-" + id)
                                    .put("driverId", id);
                    ArrayNode kinds = application.putArray("steps");
                    steps.get(id).forEach(step -> kinds.addObject().put("kind", step));
                });
        page.putObject("pageInfo")
                .put("hasNextPage", open.size() > 1)
                .put("endCursor", open.isEmpty() ? "" : open.getFirst());
        return answer.toString();
    }

    private String applications(JsonNode variables) {
        ObjectNode answer = JsonNodes.object();
        ArrayNode all = answer.putObject("applications").putArray("applications");
        String state = states.get(variables.path("driverId").asText());
        if (state != null) {
            all.addObject().put("state", state);
        }
        return answer.toString();
    }

    private String open(String driverId) {
        disputes.put(driverId, "OPEN");
        return "{}";
    }

    private String openDisputes() {
        ObjectNode answer = JsonNodes.object();
        ArrayNode all = answer.putObject("openDisputes").putArray("disputes");
        disputes.forEach((driverId, state) ->
                all.addObject()
                        .put("disputeId", "d-" + driverId)
                        .put("driverId", driverId)
                        .put("businessDate", "2026-11-20"));
        return answer.toString();
    }

    private String answerDispute(JsonNode variables) {
        JsonNode input = variables.path("input");
        String driverId = input.path("disputeId").asText().replace("d-", "");
        disputes.put(driverId, input.path("decision").asText());
        if (input.has("adjustment")) {
            granted.put(driverId, input.path("adjustment").path("amount").asLong());
        }
        return "{}";
    }

    private String statement(JsonNode variables) {
        String driverId = variables.path("driverId").asText();
        ObjectNode answer = JsonNodes.object();
        ObjectNode statement = answer.putObject("statement");
        ArrayNode all = statement.putArray("disputes");
        if (disputes.containsKey(driverId)) {
            all.addObject().put("state", disputes.get(driverId));
        }
        ArrayNode adjustments = statement.putArray("adjustments");
        if (granted.containsKey(driverId)) {
            adjustments
                    .addObject()
                    .put("kind", "GRANT")
                    .putObject("amount")
                    .put("amount", granted.get(driverId))
                    .put("currency", "KRW");
        }
        return answer.toString();
    }
}
