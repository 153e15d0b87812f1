package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.player.InsightFigures;
import dev.supporters.player.InsightFigures.Counted;
import dev.supporters.player.InsightFigures.CountedFigures;
import dev.supporters.player.InsightFigures.NotCounted;
import dev.supporters.player.InsightFigures.ZoneRowFigures;
import dev.supporters.player.NightKpi;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class InsightSectionTest {

    private static final CountedFigures NIGHT =
            new CountedFigures(
                    3,
                    3,
                    2,
                    Map.of(
                            NightKpi.ATTENDANCE_RATE,
                            .926,
                            NightKpi.AUTO_ACCEPT_SHARE,
                            1.0,
                            NightKpi.GENERAL_SHARE,
                            2 / 3.0,
                            NightKpi.COST_PER_COMPLETED_CALL,
                            3_967.0));
    private static final CountedFigures LEGACY =
            new CountedFigures(3, 3, 1, Map.of(NightKpi.COMPLETION_RATE, .333, NightKpi.GINI, .43));

    @Test
    void showsInsightsFiguresBesideTheSimulatedLegacyAndTheReportsOwn() {
        // When
        List<String> lines =
                lines(new Counted(NIGHT, Optional.of(LEGACY), "", List.of()), new SeenCalls(3, 2));

        // Then
        assertThat(lines)
                .contains(
                        "insight legacy report",
                        "attendance, % 92.6 – –",
                        "completed by either path, % – 33.3 –",
                        "accepted by silence, % 100.0 – 100.0",
                        "demand covered, % – – 100.0",
                        "Gini of trips per paid hour – 0.43 0.00",
                        "went to general dispatch, % 66.7 – –",
                        "wages per completed supporters' call 3,967 – 3,967",
                        "calls requested in the window 3, as the customers saw",
                        "calls of them completed 2, as the customers saw")
                .noneMatch(line -> line.startsWith("no simulated legacy"));
    }

    @Test
    void saysWhereInsightHasNotCountedWhatTheCustomersSaw() {
        assertThat(
                        lines(
                                new Counted(NIGHT, Optional.empty(), "NOT_YET", List.of()),
                                new SeenCalls(4, 3)))
                .contains(
                        "no simulated legacy not yet",
                        "calls requested in the window 3; the customers saw 4",
                        "calls of them completed 2; the customers saw 3");
    }

    @Test
    void showsTheNightByZoneAndSaysWhereTheRegionApplied() {
        // Given
        CountedFigures zone =
                new CountedFigures(
                        20,
                        20,
                        15,
                        Map.of(NightKpi.DEMAND_COVERAGE, .9, NightKpi.PICKUP_MINUTES_MEAN, 4.25));

        // When
        List<String> lines =
                lines(
                        new Counted(
                                NIGHT,
                                Optional.empty(),
                                "NOT_YET",
                                List.of(
                                        new ZoneRowFigures("ZONE", "7", zone),
                                        new ZoneRowFigures("OUTSIDE_ZONES", "", NIGHT),
                                        new ZoneRowFigures("REGION", "", NIGHT))),
                        new SeenCalls(3, 2));

        // Then
        assertThat(lines)
                .contains(
                        "by zone calls done covered to cust.",
                        "zone 7 20 15 90.0 4.3",
                        "outside of zones 3 2 – –",
                        "the whole region, no zones applied 3 2 – –");
    }

    @Test
    void saysThatTheNightWasNotCounted() {
        assertThat(
                        lines(
                                new NotCounted("insight did not answer: UNAVAILABLE"),
                                new SeenCalls(3, 2)))
                .hasSize(2)
                .contains("insight did not answer: UNAVAILABLE");
    }

    @Test
    void theReportHasTheSection() {
        assertThat(
                        NightReport.of(
                                        NightScript.cleanNight().history(),
                                        List.of(),
                                        Optional.empty(),
                                        List.of(
                                                new InsightSection(
                                                        new NotCounted("nobody is there"),
                                                        new SeenCalls(0, 0))))
                                .text())
                .contains("Insight, through the gateway")
                .contains("  nobody is there");
    }

    @Test
    void countsWhatCustomersSawOfTheCallsThatWereRequestedWithinTheWindow() {
        // Given: c1 and c2 are completed, c3 is requested at the window's end
        NightHistory history =
                NightScript.cleanNight().sawEnd("c1").sawEnd("c2").sawEnd("c3").history();

        // When and then
        assertThat(SeenCalls.of(history, ScriptedEvents.instant(20), ScriptedEvents.instant(500)))
                .isEqualTo(new SeenCalls(1, 1));
        assertThat(SeenCalls.of(history, ScriptedEvents.instant(0), ScriptedEvents.instant(501)))
                .isEqualTo(new SeenCalls(3, 3));
    }

    private static List<String> lines(InsightFigures insight, SeenCalls seen) {
        NightHistory history =
                NightScript.cleanNight()
                        .statement("work", 1_000, 17, 14_000, 3_967, true)
                        .history();
        return new InsightSection(insight, seen)
                .lines(history).stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }
}
