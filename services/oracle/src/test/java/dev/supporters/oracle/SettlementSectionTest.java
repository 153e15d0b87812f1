package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.player.BusinessDateFigures;
import dev.supporters.proto.settlement.v1.BusinessDateState;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SettlementSectionTest {

    private static final Instant END = Instant.parse("2026-11-20T16:00:00Z");
    private static final BusinessDateFigures CLOSED =
            new BusinessDateFigures(
                    "CLOSED",
                    "night",
                    Optional.of(END.plusSeconds(1_800)),
                    Optional.of(END.plusSeconds(1_860)),
                    Map.of(),
                    "");

    @Test
    void saysHowTheDateWasClosedAndThatTheFileAddsUp() {
        // Given
        NightScript script =
                NightScript.cleanNight()
                        .businessDate(BusinessDateState.BUSINESS_DATE_STATE_CLOSING)
                        .businessDate(BusinessDateState.BUSINESS_DATE_STATE_CLOSED)
                        .corrected("work", 234)
                        .corrected("w2", -100)
                        // of the two of the file the other one only rehearsed
                        .statement("work", 1_000, 17, 14_000, 3_967, true)
                        .exported(200, ExportedText.right(), Map.of("work", 3_967L, "w2", 300L));

        // When and then
        assertThat(lines(CLOSED, script))
                .contains(
                        "state closed",
                        "closing 30.0 min after the window, by night",
                        "closed 31.0 min after the window",
                        "told on the topic closing, closed",
                        "corrections of it in later statements 2, together 134 minor units",
                        "file of 2026-11-20, statements 2",
                        "total of all its rows, minor units 4,267",
                        "held of it 300",
                        "total by settlement, final, all drivers 4,267",
                        "of it of the night's drivers 3,967",
                        "adds up yes",
                        "checksum line holds yes");
    }

    @Test
    void saysWhatKeepsTheDateFromBeingClosed() {
        // Given
        BusinessDateFigures closing =
                new BusinessDateFigures(
                        "CLOSING",
                        "settlement",
                        Optional.of(END.plusSeconds(1_800)),
                        Optional.empty(),
                        Map.of("DISPUTED", 2L),
                        "");

        // When and then
        assertThat(lines(closing, NightScript.cleanNight().exported(503, "", Map.of())))
                .contains(
                        "state closing",
                        "in the way: disputed 2",
                        "told on the topic nothing",
                        "corrections of it in later statements 0",
                        "file of 2026-11-20 none, status 503")
                .noneMatch(line -> line.startsWith("closed "));
    }

    @Test
    void saysThatNothingIsKnownOfTheDateAndThatAFileDoesNotAddUp() {
        // Given
        BusinessDateFigures unknown =
                new BusinessDateFigures(
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        "settlement did not answer: UNAVAILABLE");
        String wrong = ExportedText.right().replace(",4267,", ",4268,");

        // When and then
        assertThat(lines(unknown, NightScript.cleanNight().exported(200, wrong, Map.of())))
                .contains(
                        "settlement did not answer: UNAVAILABLE",
                        "adds up no",
                        "checksum line holds no");
    }

    private static List<String> lines(BusinessDateFigures date, NightScript script) {
        return new SettlementSection(date, END)
                .lines(script.history()).stream()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .toList();
    }
}
