package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.InsightFigures.Counted;
import dev.supporters.player.InsightFigures.CountedFigures;
import dev.supporters.player.InsightFigures.NotCounted;
import dev.supporters.player.InsightFigures.ZoneRowFigures;
import dev.supporters.player.client.GatewaySchema;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.SeoulNight;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** What the report gets from insight, and how long it waits for it. */
class InsightFiguresTest {

    private static final NightParameters PARAMETERS =
            NightParameters.overriddenBy("{\"calls\": 3, \"callsSigma\": 0}");
    private static final Night NIGHT = SeoulNight.of(LocalDate.of(2026, 11, 20), PARAMETERS, 1);
    private static final String NOTHING = "{\"kpis\": {\"total\": {\"night\": null}}}";
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @AutoClose private final ScriptedGateway gateway;
    private final Queue<String> answers = new ArrayDeque<>();
    private final CountedPauses pauses = new CountedPauses();

    InsightFiguresTest() throws IOException {
        gateway = new ScriptedGateway();
    }

    @Test
    void saysWhatTheGatewayTellsOfTheNight() throws InterruptedException {
        // Given
        answers(
                "{\"kpis\": {\"total\": {\"night\": "
                        + "{\"calls\": 3, \"endedCalls\": 3, \"completedCalls\": 2, \"attendanceRate\": 0.5,"
                        + " \"gini\": null, \"costPerCompletedCall\": {\"amount\": 19700, \"currency\": \"KRW\"}},"
                        + " \"legacy\": {\"calls\": 3, \"endedCalls\": 3, \"completedCalls\": 1, \"completionRate\": 0.25},"
                        + " \"missingLegacyReason\": null}, \"regions\": [{\"zones\": ["
                        + "{\"area\": \"ZONE\", \"zoneId\": \"7\", \"kpis\": {\"calls\": 2, \"endedCalls\": 2, \"completedCalls\": 2, \"gini\": 0.25}},"
                        + "{\"area\": \"REGION\", \"zoneId\": null, \"kpis\": {\"calls\": 1, \"endedCalls\": 1, \"completedCalls\": 0}}]}]}}");

        // When
        InsightFigures figures = read(3);

        // Then
        assertThat(figures)
                .isEqualTo(
                        new Counted(
                                new CountedFigures(
                                        3,
                                        3,
                                        2,
                                        Map.of(
                                                NightKpi.ATTENDANCE_RATE,
                                                .5,
                                                NightKpi.COST_PER_COMPLETED_CALL,
                                                19_700.0)),
                                Optional.of(
                                        new CountedFigures(
                                                3, 3, 1, Map.of(NightKpi.COMPLETION_RATE, .25))),
                                "",
                                List.of(
                                        new ZoneRowFigures(
                                                "ZONE",
                                                "7",
                                                new CountedFigures(
                                                        2, 2, 2, Map.of(NightKpi.GINI, .25))),
                                        new ZoneRowFigures(
                                                "REGION",
                                                "",
                                                new CountedFigures(1, 1, 0, Map.of())))));
        assertThat(pauses.elapsed()).isZero();
    }

    @Test
    void waitsUntilAllCallsAreCountedHaveEndedAndTheLegacyIsSimulated()
            throws InterruptedException {
        // Given
        answers(
                NOTHING,
                night(2, 2, "NO_CALLS"),
                night(3, 2, "NO_CALLS"),
                night(3, 3, "NOT_YET"),
                night(3, 3, "TOO_LARGE"));

        // When
        InsightFigures figures = read(3);

        // Then
        assertThat(figures)
                .isEqualTo(
                        new Counted(
                                new CountedFigures(3, 3, 0, Map.of()),
                                Optional.empty(),
                                "TOO_LARGE",
                                List.of()));
        assertThat(answers).isEmpty();
    }

    @Test
    void saysWhatItHasWhenTheDeadlineIsOver() throws InterruptedException {
        // Given
        answers(night(2, 2, "NOT_YET"));

        // When
        InsightFigures figures = read(3);

        // Then
        assertThat(figures)
                .isEqualTo(
                        new Counted(
                                new CountedFigures(2, 2, 0, Map.of()),
                                Optional.empty(),
                                "NOT_YET",
                                List.of()));
        assertThat(pauses.elapsed()).isEqualTo(LONGEST);
    }

    @Test
    void saysThatInsightHadNotCountedTheNight() throws InterruptedException {
        // Given
        answers(NOTHING);

        // When and then
        assertThat(read(3))
                .isEqualTo(new NotCounted("insight had not counted the night within 90 s"));
    }

    @Test
    void saysThatInsightDidNotAnswer() throws InterruptedException {
        // Given
        gateway.refuse("Kpis", "UNAVAILABLE");

        // When and then
        assertThat(read(3)).isEqualTo(new NotCounted("insight did not answer: UNAVAILABLE"));
    }

    @Test
    void theGatewayTakesWhatIsAsked() throws InterruptedException {
        // Given
        answers(night(3, 3, "NO_CALLS"));

        // When
        var _ = read(3);

        // Then
        JsonNode request = gateway.requests().getFirst();
        assertThat(request.path("variables").path("businessDate").asText()).isEqualTo("2026-11-20");
        assertThat(
                        GatewaySchema.problems(
                                request.path("query").asText(), request.path("variables")))
                .isEmpty();
        for (NightKpi kpi : NightKpi.values()) {
            assertThat(request.path("query").asText()).contains(kpi.field());
        }
    }

    /** One after the other; the last one again and again. */
    private void answers(String... data) {
        answers.addAll(Arrays.asList(data));
        gateway.answer(
                "Kpis",
                (operator, variables) ->
                        answers.size() > 1 || data.length > 1 ? answers.remove() : answers.peek());
    }

    private static String night(int calls, int ended, String missing) {
        return "{\"kpis\": {\"total\": {\"night\": {\"calls\": %d, \"endedCalls\": %d, \"completedCalls\": 0}, \"legacy\": null, \"missingLegacyReason\": \"%s\"}}}"
                .formatted(calls, ended, missing);
    }

    private InsightFigures read(long calls) throws InterruptedException {
        NightSetup setup =
                new NightSetup(
                        NIGHT,
                        PARAMETERS,
                        1,
                        Population.of(NIGHT, PARAMETERS, 1, 2, 0),
                        new StandingClock(NIGHT.windowEnd()),
                        new PollingIntervals(60, 2, 0),
                        gateway.uri(),
                        gateway.uri(),
                        "token",
                        (subject, role) -> subject,
                        progress -> {});
        return new InsightFiguresReader(setup, pauses).read(calls);
    }

    /** Time passes by pauses alone. */
    private static final class CountedPauses implements InsightFiguresReader.PassingTime {

        private Duration elapsed = Duration.ZERO;

        @Override
        public Duration elapsed() {
            return elapsed;
        }

        @Override
        public void pause(Duration pause) {
            elapsed = elapsed.plus(pause);
        }
    }
}
