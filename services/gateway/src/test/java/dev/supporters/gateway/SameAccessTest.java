package dev.supporters.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * GraphQL and REST let the same people in: access.csv and access-rest.csv are compared. What is shown in parts only, REST may keep from
 * people who see their part in GraphQL; it never lets in anybody whom GraphQL does not.
 */
class SameAccessTest {

    private static final String HEADER = "method,path,";
    private static final List<String> STAFF = List.of("an operator", "a service");

    /** Each path of REST, and the fields of GraphQL that are for the same. */
    private static final String SAME =
            """
            POST /v1/calls requestCall
            GET /v1/calls calls
            POST /v1/calls/{call_id}:cancel cancelCall
            GET /v1/calls/{call_id} call
            GET /v1/calls:parked parkedCalls
            POST /v1/calls/{call_id}:release releaseCall
            POST /v1/customers:erase eraseCustomer
            GET /v1/drivers/{driver_id}/engagement engagement
            POST /v1/drivers/{driver_id}/engagement:respond acceptCall refuseCall
            POST /v1/drivers/{driver_id}/engagement:progress arrive pickUp complete
            POST /v1/drivers/{driver_id}/work:begin beginWork
            POST /v1/drivers/{driver_id}/work:rest rest
            POST /v1/drivers/{driver_id}/work:resume resume
            POST /v1/drivers/{driver_id}/work:end endWork
            POST /v1/drivers/{driver_id}/work:endByOperator endWorkByOperator
            GET /v1/drivers/{driver_id}/work workStatus
            GET /v1/drivers/{driver_id} driver
            PUT /v1/drivers/{driver_id} putDriver
            POST /v1/drivers/{driver_id}:setActivityMode setActivityMode
            GET /v1/drivers/{driver_id}/dispatchStatus driverDispatchStatus
            GET /v1/drivers/{driver_id}/eligibility eligibility
            POST /v1/drivers/{driver_id}/applications applyToGroup
            POST /v1/drivers/{driver_id}/applications/{application_id}:supplement supplementApplication
            POST /v1/drivers/{driver_id}/applications/{application_id}:withdraw withdrawApplication
            POST /v1/applications/{application_id}:review reviewApplication
            POST /v1/drivers/{driver_id}:leaveGroup leaveGroup
            GET /v1/applications/{application_id} application
            GET /v1/applications applications
            POST /v1/drivers/{driver_id}/incidents recordIncident
            GET /v1/drivers/{driver_id}/incidents incidents
            POST /v1/incidents/{incident_id}:revoke revokeIncident
            GET /v1/drivers/{driver_id}/move activeMove
            POST /v1/drivers/{driver_id}/move:respond respondToMove
            GET /v1/drivers/{driver_id}/timeline timeline
            GET /v1/drivers/{driver_id}/notices driverNotices
            GET /v1/signals abuseSignals
            POST /v1/signals/{signal_id}:decide decideAbuseSignal
            GET /v1/drivers/{driver_id}/statements/{business_date} statement
            GET /v1/statements statements
            GET /v1/drivers/{driver_id}/months/{month} monthStatement
            GET /v1/drivers/{driver_id}/statements/{business_date}/minutes statementMinutes
            POST /v1/drivers/{driver_id}/statements/{business_date}:adjust adjustStatement
            POST /v1/drivers/{driver_id}/statements/{business_date}:recompute recomputeStatement
            POST /v1/drivers/{driver_id}/statements/{business_date}:dispute openDispute
            POST /v1/disputes/{dispute_id}:answer answerDispute
            POST /v1/disputes/{dispute_id}:withdraw withdrawDispute
            GET /v1/disputes disputes
            POST /v1/businessDates/{product}/{region}/{business_date}:close closeBusinessDate
            GET /v1/businessDates/{product}/{region}/{business_date} businessDate
            GET /v1/policies/{product}/{region} policy
            PUT /v1/policies/{product}/{region} putPolicy
            GET /v1/policies policies
            GET /v1/policies/{product}/{region}/versions policyHistory
            POST /v1/policies/{product}/{region}:compare policyComparison
            PUT /v1/experiments/{product}/{region}/{name} putExperiment
            GET /v1/experiments experiments
            POST /v1/experiments/{product}/{region}/{name}:stop stopExperiment
            GET /v1/kpis/{product}/{region}/{business_date} kpis
            GET /v1/calls/{call_id}/decision decision
            POST /v1/switchbacks:plan switchbackPlan
            POST /v1/switchbacks:read switchbackReadout
            GET /v1/nights/{product}/{region}/{business_date} nightMoment
            GET /v1/models models
            PUT /v1/entities/{entity_id}/tags/{tag} tag
            DELETE /v1/entities/{entity_id}/tags/{tag} untag
            GET /v1/tags/{name} tag
            GET /v1/tags:byUuid tagByUuid
            GET /v1/entities/{entity_id}/tags tags
            GET /v1/tags/{tag}/entities entityPage
            GET /v1/entities/{entity_id}/tags:has hasTags
            PUT /v1/tagRules/{name} putTagRule
            DELETE /v1/tagRules/{name} removeTagRule
            GET /v1/tagRules tagRules
            GET /v1/tagRules/{name}/history tagRuleHistory
            POST /v1/tagRules:try tryTagRule
            GET /v1/zones/{product}/{region} zones
            GET /v1/zones:contains zoneAt
            """;

    @Test
    void operatorsAndServicesAreLetInByBothOrByNeither() throws IOException {
        assertThat(
                        differences((person, rest, graphQl) ->
                                STAFF.contains(person) && !rest.equals(graphQl)))
                .isEmpty();
    }

    @Test
    void restLetsNobodyInWhomGraphQlDoesNot() throws IOException {
        assertThat(
                        differences((person, rest, graphQl) ->
                                rest.equals("yes") && graphQl.equals("no")))
                .isEmpty();
    }

    @Test
    void eachPathIsComparedWithAField() throws IOException {
        assertThat(fieldsByPath().keySet()).containsExactlyElementsOf(rest().keySet());
    }

    private interface Differs {

        boolean test(String person, String rest, String graphQl);
    }

    private static List<String> differences(Differs differs) throws IOException {
        List<String> persons = persons();
        Map<String, List<String>> rest = rest();
        Map<String, List<String>> graphQl = graphQl();
        List<String> found = new ArrayList<>();
        fieldsByPath()
                .forEach((path, fields) -> {
                    for (String field : fields) {
                        for (int person = 0; person < persons.size(); person++) {
                            String byRest = rest.get(path).get(person);
                            String byGraphQl = graphQl.get(kind(path, field, graphQl)).get(person);
                            if (differs.test(persons.get(person), byRest, byGraphQl)) {
                                found.add(
                                        "%s: %s by REST, %s by %s"
                                                .formatted(
                                                        path + " " + persons.get(person),
                                                        byRest,
                                                        byGraphQl,
                                                        field));
                            }
                        }
                    }
                });
        return found;
    }

    /** `tag` is a query and a mutation; a POST may only read. */
    private static String kind(String path, String field, Map<String, List<String>> graphQl) {
        String mutation = "mutation " + field;
        return path.startsWith("GET ") || !graphQl.containsKey(mutation)
                ? "query " + field
                : mutation;
    }

    private static Map<String, List<String>> fieldsByPath() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        SAME.lines()
                .map(line -> List.of(line.split(" ")))
                .forEach(line ->
                        fields.put(line.get(0) + " " + line.get(1), line.subList(2, line.size())));
        return fields;
    }

    private static List<String> persons() throws IOException {
        String header = lines("access-rest.csv").getFirst();
        assertThat(header).startsWith(HEADER);
        return List.of(header.substring(HEADER.length()).split(","));
    }

    private static Map<String, List<String>> rest() throws IOException {
        return rows("access-rest.csv");
    }

    private static Map<String, List<String>> graphQl() throws IOException {
        return rows("access.csv");
    }

    /** By the first two columns. */
    private static Map<String, List<String>> rows(String file) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> lines = lines(file);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(","));
            rows.put(cells.get(0) + " " + cells.get(1), cells.subList(2, cells.size()));
        }
        return rows;
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file));
    }
}
