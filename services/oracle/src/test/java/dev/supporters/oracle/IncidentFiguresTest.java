package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class IncidentFiguresTest {

    private static final Instant BEGIN = ScriptedEvents.instant(100);
    private static final Instant END = ScriptedEvents.instant(200);

    @Test
    void tellsWhichPartOfTheCallsTookTheGeneralPathMeanwhileAndWhyAndOtherwise() {
        // Given
        NightScript script =
                new NightScript()
                        .requested("before", 99)
                        .requested("first", 100)
                        .requested("second", 150)
                        .requested("third", 160)
                        .requested("kept", 199)
                        .requested("after", 200)
                        .sentToGeneral("first", "ROUTING_REASON_TAGGING_UNAVAILABLE", 101)
                        .sentToGeneral("second", "ROUTING_REASON_TAGGING_UNAVAILABLE", 151)
                        .sentToGeneral("third", "ROUTING_REASON_NO_SUPPORTER", 300)
                        .sentToGeneral("after", "ROUTING_REASON_NO_SUPPORTER", 201);

        // When
        List<String> lines = figures(script, Optional.of(period(BEGIN, END)));

        // Then
        assertThat(lines.getFirst()).startsWith("Incident: tagging answered 3 s late");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.strip().replaceAll(" {2,}", ": "))
                .containsExactly(
                        "general path, calls meanwhile: 3 of 4 = 75.0 %",
                        "tagging unavailable: 2",
                        "no supporter: 1",
                        "general path, all other calls: 1 of 2 = 50.0 %");
    }

    @Test
    void aNightWithoutAnIncidentTellsOfNone() {
        assertThat(figures(NightScript.cleanNight(), Optional.empty())).isEmpty();
        assertThat(NightReport.of(NightScript.cleanNight().history()).text())
                .doesNotContain("Incident");
    }

    @Test
    void theReportOfANightWithAnIncidentTellsOfIt() {
        assertThat(
                        NightReport.of(
                                        NightScript.cleanNight().history(),
                                        List.of(),
                                        Optional.of(period(BEGIN, END)),
                                        List.of())
                                .text())
                .contains("Incident: tagging answered 3 s late");
    }

    @Test
    void anIncidentEndsAfterItsBegin() {
        assertThatThrownBy(() -> period(END, END))
                .hasMessage("end: " + END + " (expected: later than " + END + ")");
    }

    private static List<String> figures(NightScript script, Optional<IncidentPeriod> incident) {
        return new IncidentFigures(script.history(), incident).lines();
    }

    private static IncidentPeriod period(Instant begin, Instant end) {
        return new IncidentPeriod("tagging answered 3 s late", begin, end);
    }
}
