package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.player.client.GatewaySchema;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.SeoulNight;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** How the night's operator closes the business date, and how long the report waits for it. */
class BusinessDateCloserTest {

    private static final NightParameters PARAMETERS =
            NightParameters.overriddenBy("{\"calls\": 3, \"callsSigma\": 0}");
    private static final Night NIGHT = SeoulNight.of(LocalDate.of(2026, 11, 20), PARAMETERS, 1);
    private static final String CLOSING =
            "{\"state\": \"CLOSING\", \"actor\": \"night\", \"closingSince\": \"2026-11-20T16:30:00Z\","
                    + " \"closedSince\": null, \"obstacles\": [{\"kind\": \"DISPUTED\"}, {\"kind\": \"DISPUTED\"}]}";
    private static final String CLOSED =
            "{\"state\": \"CLOSED\", \"actor\": \"night\", \"closingSince\": \"2026-11-20T16:30:00Z\","
                    + " \"closedSince\": \"2026-11-20T16:31:00Z\", \"obstacles\": []}";

    @AutoClose private final ScriptedGateway gateway;
    private final CountedWaits waits = new CountedWaits();

    BusinessDateCloserTest() throws IOException {
        gateway = new ScriptedGateway();
    }

    @Test
    void aDateThatNothingKeepsOpenIsClosedAtOnce() throws InterruptedException {
        // Given
        closing(CLOSED);

        // When
        BusinessDateFigures figures = close(Duration.ZERO);

        // Then
        assertThat(figures)
                .isEqualTo(
                        new BusinessDateFigures(
                                "CLOSED",
                                "night",
                                Optional.of(Instant.parse("2026-11-20T16:30:00Z")),
                                Optional.of(Instant.parse("2026-11-20T16:31:00Z")),
                                Map.of(),
                                ""));
        assertThat(waits.elapsed()).isZero();
        assertThat(gateway.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(
                                        GatewaySchema.problems(
                                                request.path("query").asText(),
                                                request.path("variables")))
                                .isEmpty());
    }

    @Test
    void whatIsInTheWayIsWaitedForAndThenTold() throws InterruptedException {
        // Given
        closing(CLOSING);
        gateway.answer(
                "BusinessDate", (operator, variables) -> "{\"businessDate\": " + CLOSING + "}");

        // When
        BusinessDateFigures figures = close(Duration.ZERO);

        // Then
        assertThat(figures.state()).isEqualTo("CLOSING");
        assertThat(figures.obstacles()).isEqualTo(Map.of("DISPUTED", 2L));
        assertThat(waits.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aDateThatIsClosedLaterIsLookedForUntilThen() throws InterruptedException {
        // Given
        closing(CLOSING);
        gateway.answer(
                "BusinessDate",
                (operator, variables) ->
                        "{\"businessDate\": "
                                + (waits.elapsed().toSeconds() < 3 ? CLOSING : CLOSED)
                                + "}");

        // When and then
        assertThat(close(Duration.ZERO).closed()).isTrue();
        assertThat(waits.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(gateway.requests())
                .allSatisfy(request ->
                        assertThat(
                                        GatewaySchema.problems(
                                                request.path("query").asText(),
                                                request.path("variables")))
                                .isEmpty());
    }

    @Test
    void aNightThatIsPlayedInRealTimeIsNotWaitedForNorClosed() throws InterruptedException {
        // Given
        gateway.answer(
                "BusinessDate",
                (operator, variables) ->
                        "{\"businessDate\": {\"state\": \"OPEN\", \"obstacles\": []}}");

        // When and then
        assertThat(close(Duration.ofMinutes(30)).state()).isEqualTo("OPEN");
        assertThat(gateway.asked("CloseBusinessDate")).isEmpty();
    }

    @Test
    void saysThatNobodyAnswered() throws InterruptedException {
        // Given
        gateway.refuse("CloseBusinessDate", "UNAVAILABLE");
        gateway.refuse("BusinessDate", "UNAVAILABLE");

        // When and then
        assertThat(close(Duration.ZERO).problem())
                .isEqualTo("settlement did not answer: UNAVAILABLE");
    }

    private void closing(String date) {
        gateway.answer(
                "CloseBusinessDate",
                (operator, variables) ->
                        "{\"closeBusinessDate\": {\"businessDate\": " + date + "}}");
    }

    private BusinessDateFigures close(Duration untilDue) throws InterruptedException {
        NightSetup setup =
                new NightSetup(
                        NIGHT,
                        PARAMETERS,
                        1,
                        Population.of(NIGHT, PARAMETERS, 1, 2, 0),
                        new DueClock(untilDue),
                        new PollingIntervals(60, 2, 0),
                        gateway.uri(),
                        gateway.uri(),
                        "token",
                        (subject, role) -> subject,
                        progress -> {});
        return new BusinessDateCloser(setup, waits).close();
    }

    /** By which everything is due after the same real time. */
    private record DueClock(Duration untilDue) implements NightClock {

        @Override
        public Instant now() {
            return NIGHT.windowEnd();
        }

        @Override
        public void sleepUntil(Instant due) {
            // time passes by itself
        }

        @Override
        public Duration realUntil(Instant due) {
            return untilDue;
        }
    }

    /** Time passes by pauses alone. */
    private static final class CountedWaits implements InsightFiguresReader.PassingTime {

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
