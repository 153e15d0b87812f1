package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.player.OperatorFigures;
import dev.supporters.player.PeopleFigures;
import dev.supporters.player.PeopleFigures.FoundCheaters;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class BesideDrivingFiguresTest {

    @Test
    void saysWhatBecameOfApplicationsRatingsAndDisputes() {
        assertThat(
                        lines(
                                new PeopleFigures(
                                        Map.of("APPROVED", 4L, "REJECTED", 1L),
                                        20,
                                        4.25,
                                        Map.of("ACCEPTED", 1L, "REJECTED", 2L),
                                        1_400,
                                        "KRW",
                                        List.of(),
                                        OperatorFigures.NONE)))
                .contains(
                        "asked for 5",
                        "approved 4",
                        "rejected 1",
                        "drives with stars 20",
                        "stars, mean 4.25",
                        "opened 3",
                        "rejected 2",
                        "granted 1,400 KRW")
                .noneMatch(line -> line.startsWith("Signals"));
    }

    @Test
    void saysWhomTheSignalsOfEachKindFind() {
        assertThat(
                        lines(
                                new PeopleFigures(
                                        Map.of(),
                                        0,
                                        0,
                                        Map.of(),
                                        0,
                                        "",
                                        List.of(new FoundCheaters("DARK_GPS", 4, 3, 1)),
                                        OperatorFigures.NONE)))
                .contains("dark gps 3 of 4 cheaters, and 1 who did not");
    }

    @Test
    void saysWhatOperatorsDecidedEnteredAndPutAndWhatDriversWereTold() {
        assertThat(
                        lines(
                                new PeopleFigures(
                                        Map.of(),
                                        0,
                                        0,
                                        Map.of(),
                                        0,
                                        "",
                                        List.of(),
                                        new OperatorFigures(
                                                Map.of("HOLD_PAY", 2L, "WARN", 1L),
                                                4,
                                                2,
                                                Map.of("FINE", 1L),
                                                1,
                                                Map.of("local", 1L, "night", 3L),
                                                Map.of("BY_THE_DRIVER", 5L, "BY_OTHERS", 1L),
                                                Map.of("SUSPEND", 2L),
                                                Map.of("NOT_STOPPED", 1L),
                                                3,
                                                Map.of("short-trip", 40L)))))
                .contains(
                        "decisions on signals 3",
                        "hold pay 2",
                        "warn 1",
                        "signals that wait for a decision 4",
                        "signals without evidence 2",
                        "accidents and fines of supporters 1",
                        "fine 1",
                        "revoked 1",
                        "versions of the night's policy 4",
                        "by local 1",
                        "by night 3",
                        "experiments of the region 1",
                        "not stopped 1",
                        "rules of tags in force 3",
                        "short-trip given 40",
                        "switches of activity modes 6",
                        "by the driver 5",
                        "by others 1",
                        "signals that drivers were told of 2",
                        "suspend 2");
    }

    @Test
    void saysNothingOfANightInWhichNothingWasAsked() {
        assertThat(lines(PeopleFigures.NONE)).isEmpty();
    }

    private static List<String> lines(PeopleFigures people) {
        return new BesideDrivingFigures(people)
                .lines().stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }
}
