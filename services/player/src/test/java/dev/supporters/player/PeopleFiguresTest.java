package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.GroupApplicant.Treatment;
import dev.supporters.player.PeopleFigures.FoundCheaters;
import dev.supporters.player.client.GatewaySchema;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.Cheaters;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.SupporterPlan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What people do before and after the night, and what the report says of it: what the gateway answers, not what they meant to do. */
class PeopleFiguresTest {

    private static final long SEED = 1;
    private static final NightParameters PARAMETERS =
            NightParameters.overriddenBy(
                    "{\"calls\": 3, \"callsSigma\": 0, \"applies\": 0.5, \"disputes\": 0.6}");
    private static final Night NIGHT = SeoulNight.of(LocalDate.of(2026, 11, 20), PARAMETERS, SEED);
    private static final Population PEOPLE = Population.of(NIGHT, PARAMETERS, SEED, 8, 0);

    private ScriptedGateway gateway;
    private ScriptedGroup group;
    private NightSetup setup;
    private SystemClients clients;
    private List<GroupApplicant> applicants;

    @BeforeEach
    void start() throws IOException {
        gateway = new ScriptedGateway();
        group = new ScriptedGroup(gateway);
        setup =
                new NightSetup(
                        NIGHT,
                        PARAMETERS,
                        SEED,
                        PEOPLE,
                        new StandingClock(NIGHT.windowEnd()),
                        new PollingIntervals(60, 8, 0),
                        gateway.uri(),
                        gateway.uri(),
                        "token",
                        (subject, role) -> subject,
                        progress -> {});
        clients = setup.clients(new Observations());
        applicants = GroupApplicant.of(PEOPLE, PARAMETERS, SEED);
    }

    @AfterEach
    void stop() {
        clients.close();
        gateway.close();
    }

    @Test
    void thoseWhoApplyAreApprovedButOneAndOneIsAskedFirst() throws InterruptedException {
        // When
        new GroupApplications(setup, clients, applicants).play();

        // Then
        assertThat(applicants).hasSizeGreaterThan(2);
        for (GroupApplicant applicant : applicants) {
            assertThat(group.steps(applicant.driverId()))
                    .isEqualTo(
                            switch (applicant.treatment()) {
                                case APPROVE -> List.of("APPLIED", "APPROVED");
                                case ASK_FIRST ->
                                        List.of("APPLIED", "ASKED", "SUPPLEMENTED", "APPROVED");
                                case REJECT -> List.of("APPLIED", "REJECTED");
                            });
        }
        assertThat(applicants)
                .extracting(GroupApplicant::treatment)
                .containsOnlyOnce(Treatment.ASK_FIRST, Treatment.REJECT);
    }

    @Test
    void theSamePeopleApplyForTheSameSeedAndTheRejectedOneIsNoSupporterOfTheNight() {
        assertThat(GroupApplicant.of(PEOPLE, PARAMETERS, SEED)).isEqualTo(applicants);
        assertThat(PEOPLE.supporters())
                .extracting(SupporterPlan::driverId)
                .doesNotContain(applicants.getLast().driverId());
        assertThat(applicants.getLast().treatment()).isEqualTo(Treatment.REJECT);
    }

    @Test
    void nobodyAppliesWhereNobodyMeansTo() {
        assertThat(
                        GroupApplicant.of(
                                PEOPLE, NightParameters.overriddenBy("{\"applies\": 0}"), SEED))
                .isEmpty();
    }

    @Test
    void saysWhatBecameOfApplicationsAndDisputes() throws InterruptedException {
        // When
        new GroupApplications(setup, clients, applicants).play();
        new StatementDisputes(setup, clients).play();
        PeopleFigures figures = read(Map.of());

        // Then
        assertThat(figures.applications())
                .isEqualTo(Map.of("APPROVED", applicants.size() - 1L, "REJECTED", 1L));
        assertThat(figures.disputes().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(StatementDisputes.disputing(setup).size())
                .isPositive();
        assertThat(figures.disputes().keySet()).isSubsetOf("ACCEPTED", "REJECTED");
        assertThat(figures.granted())
                .isEqualTo(group.granted().values().stream().mapToLong(Long::longValue).sum())
                .isPositive();
        assertThat(figures.currency()).isEqualTo("KRW");
    }

    @Test
    void saysThatApplicationsWaitIfTheOperatorsReviewsAreLost() throws InterruptedException {
        group.losesReviews();

        new GroupApplications(setup, clients, applicants).play();

        assertThat(read(Map.of()).applications())
                .isEqualTo(Map.of("SUBMITTED", (long) applicants.size()));
    }

    @Test
    void saysNothingOfDisputesThatWereRefused() throws InterruptedException {
        gateway.refuse("OpenDispute", "STATEMENT_NOT_FOUND");

        new StatementDisputes(setup, clients).play();

        assertThat(gateway.asked("AnswerDispute")).isEmpty();
    }

    @Test
    void aDisputeThatComesTooEarlyIsOpenedAgainLater() throws InterruptedException {
        gateway.refuse("OpenDispute", "DISPUTE_NOT_IN_TIME");

        new StatementDisputes(setup, clients).play();

        assertThat(gateway.asked("OpenDispute"))
                .hasSize(10 * StatementDisputes.disputing(setup).size());
    }

    @Test
    void averagesTheStarsOfAllDrivers() throws InterruptedException {
        String first = PEOPLE.supporters().getFirst().driverId();
        gateway.answer(
                "Eligibility",
                (operator, variables) ->
                        variables.path("driverId").asText().equals(first)
                                ? statistics(7, 5)
                                : statistics(1, 4));

        PeopleFigures figures = read(Map.of());

        assertThat(figures.ratings()).isEqualTo(14);
        assertThat(figures.stars()).isEqualTo(4.5);
    }

    @Test
    void comparesTheSignalsOfEachKindWithWhoReallyCheated() throws InterruptedException {
        gateway.answer(
                "AbuseSignals",
                (operator, variables) ->
                        """
                        {"abuseSignals": {"pageInfo": {"hasNextPage": false}, "signals": [
                          {"driverId": "1", "kind": "REFUSALS", "region": "night"},
                          {"driverId": "2", "kind": "REFUSALS", "region": "night"},
                          {"driverId": "3", "kind": "REFUSALS", "region": "rehearsal"},
                          {"driverId": "4", "kind": "DARK_GPS", "region": "night"}]}}
                        """);

        PeopleFigures figures =
                read(
                        Map.of(
                                "1", Cheaters.Kind.REFUSALS,
                                "5", Cheaters.Kind.REFUSALS,
                                "6", Cheaters.Kind.COLD_WAITING));

        assertThat(figures.signals())
                .containsExactly(
                        new FoundCheaters("REFUSALS", 2, 1, 1),
                        new FoundCheaters("COLD_WAITING", 1, 0, 0),
                        new FoundCheaters("DARK_GPS", 0, 0, 1));
    }

    @Test
    void theOperatorDecidesOnEachSignalInTurn() throws InterruptedException {
        // Given
        gateway.answer(
                "AbuseSignals",
                (operator, variables) ->
                        """
                        {"abuseSignals": {"pageInfo": {"hasNextPage": false}, "signals": [
                          {"signalId": "s4", "driverId": "4", "kind": "DARK_GPS", "region": "night", "decisions": []},
                          {"signalId": "s2", "driverId": "2", "kind": "REFUSALS", "region": "night", "decisions": []},
                          {"signalId": "s1", "driverId": "2", "kind": "COLD_WAITING", "region": "night", "decisions": []},
                          {"signalId": "s5", "driverId": "5", "kind": "REFUSALS", "region": "night", "decisions": []},
                          {"signalId": "s6", "driverId": "6", "kind": "REFUSALS", "region": "night", "decisions": []},
                          {"signalId": "s0", "driverId": "1", "kind": "REFUSALS", "region": "rehearsal", "decisions": []}]}}
                        """);

        // When
        new SignalDecisions(setup, clients).play();

        // Then
        assertThat(gateway.asked("DecideAbuseSignal"))
                .extracting(
                        input -> input.path("signalId").asText(),
                        input -> input.path("decision").asText())
                .containsExactly(
                        tuple("s1", "HOLD_PAY"),
                        tuple("s2", "WARN"),
                        tuple("s4", "SUSPEND"),
                        tuple("s5", "DISMISS"),
                        tuple("s6", "HOLD_PAY"));
        assertThat(gateway.asked("RecordIncident"))
                .singleElement()
                .satisfies(input -> {
                    assertThat(input.path("driverId").asText())
                            .isEqualTo(PEOPLE.supporters().getFirst().driverId());
                    assertThat(input.path("date").asText()).isEqualTo("2026-11-20");
                });
    }

    @Test
    void saysWhatOperatorsDidAsTheGatewayTellsIt() throws InterruptedException {
        // Given
        String first = PEOPLE.supporters().getFirst().driverId();
        gateway.answer(
                "AbuseSignals",
                (operator, variables) ->
                        """
                        {"abuseSignals": {"pageInfo": {"hasNextPage": false}, "signals": [
                          {"driverId": "1", "kind": "REFUSALS", "region": "night", "evidence": [{"cell": "8830e1d8c7fffff"}], "decisions": [{"decision": "HOLD_PAY"}, {"decision": "DISMISS"}]},
                          {"driverId": "2", "kind": "REFUSALS", "region": "night", "evidence": [], "decisions": [{"decision": "DISMISS"}]},
                          {"driverId": "3", "kind": "REFUSALS", "region": "night", "decisions": []}]}}
                        """);
        gateway.answer(
                "Incidents",
                (operator, variables) ->
                        variables.path("driverId").asText().equals(first)
                                ? "{\"incidents\": [{\"kind\": \"FINE\", \"revokedAt\": null},"
                                        + " {\"kind\": \"ACCIDENT\", \"revokedAt\": \"2026-11-20T16:00:00Z\"}]}"
                                : "{\"incidents\": []}");
        gateway.answer(
                "PolicyHistory",
                (operator, variables) ->
                        "{\"policyHistory\": {\"pageInfo\": {\"hasNextPage\": false}, \"policies\":"
                                + " [{\"version\": 2, \"updatedBy\": \"night\"}, {\"version\": 1, \"updatedBy\": \"local\"}]}}");

        gateway.answer(
                "ModeChanges",
                (operator, variables) ->
                        variables.path("driverId").asText().equals(first)
                                ? """
                                {"modeChanges": [
                                  {"actor": "op", "signalId": "s", "at": "2026-11-20T16:30:00Z"},
                                  {"actor": "op", "signalId": null, "at": "2026-11-20T13:00:00Z"},
                                  {"actor": "%s", "signalId": null, "at": "2026-11-20T12:30:00Z"},
                                  {"actor": "op", "signalId": null, "at": "2026-11-19T12:30:00Z"}]}
                                """
                                        .formatted(first)
                                : "{\"modeChanges\": []}");
        gateway.answer(
                "DriverNotices",
                (operator, variables) ->
                        variables.path("driverId").asText().equals(first)
                                ? """
                                {"driverNotices": {"pageInfo": {"hasNextPage": false}, "notices": [
                                  {"businessDate": "2026-11-20", "decision": "HOLD_PAY"},
                                  {"businessDate": "2026-11-19", "decision": "WARN"}]}}
                                """
                                : "{\"driverNotices\": {\"pageInfo\": {\"hasNextPage\": false}, \"notices\": []}}");
        gateway.answer(
                "Experiments",
                (operator, variables) ->
                        """
                        {"experiments": {"pageInfo": {"hasNextPage": false}, "regions": [
                          {"region": "night", "experiments": [{"stop": null}, {"stop": {"at": "2026-11-20T16:00:00Z"}}]},
                          {"region": "other", "experiments": [{"stop": null}]}]}}
                        """);
        gateway.answer(
                "TagRules",
                (operator, variables) ->
                        """
                        {"tagRules": [{"tag": "short", "enabled": true}, {"tag": "short", "enabled": true},
                          {"tag": "old", "enabled": false}]}
                        """);
        gateway.answer(
                "Entities",
                (operator, variables) ->
                        variables.path("after").isTextual()
                                ? "{\"entityPage\": {\"pageInfo\": {\"hasNextPage\": false}, \"entityIds\": [\"call:3\"]}}"
                                : "{\"entityPage\": {\"pageInfo\": {\"hasNextPage\": true, \"endCursor\": \"2\"}, \"entityIds\": [\"call:1\", \"call:2\"]}}");

        // When
        OperatorFigures figures = read(Map.of()).operators();

        // Then
        assertThat(figures)
                .isEqualTo(
                        new OperatorFigures(
                                Map.of("HOLD_PAY", 1L, "DISMISS", 2L),
                                1,
                                2,
                                Map.of("FINE", 1L),
                                1,
                                Map.of("local", 1L, "night", 1L),
                                Map.of(
                                        "BECAUSE_OF_A_SIGNAL",
                                        1L,
                                        "BY_OTHERS",
                                        1L,
                                        "BY_THE_DRIVER",
                                        1L),
                                Map.of("HOLD_PAY", 1L),
                                Map.of("STOPPED", 1L, "NOT_STOPPED", 1L),
                                2,
                                Map.of("short", 3L)));
    }

    @Test
    void theGatewayTakesAllThatIsAsked() throws InterruptedException {
        new GroupApplications(setup, clients, applicants).play();
        new StatementDisputes(setup, clients).play();
        gateway.answer(
                "AbuseSignals",
                (operator, variables) ->
                        "{\"abuseSignals\": {\"pageInfo\": {\"hasNextPage\": false}, \"signals\": [{\"signalId\": \"s\","
                                + " \"driverId\": \"1\", \"kind\": \"REFUSALS\", \"region\": \"night\", \"decisions\": []}]}}");
        new SignalDecisions(setup, clients).play();
        read(Map.of());

        assertThat(gateway.asked("DecideAbuseSignal")).hasSize(1);
        assertThat(gateway.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(problems(request)).isEmpty());
    }

    private PeopleFigures read(Map<String, Cheaters.Kind> cheaters) throws InterruptedException {
        return new PeopleFiguresReader(setup, clients).read(applicants, cheaters);
    }

    private static List<String> problems(JsonNode request) {
        return GatewaySchema.problems(request.path("query").asText(), request.path("variables"));
    }

    private static String statistics(int count, double average) {
        return "{\"eligibility\":{\"statistics\":{\"ratingCount\":%d,\"averageRating\":%s}}}"
                .formatted(count, average);
    }
}
