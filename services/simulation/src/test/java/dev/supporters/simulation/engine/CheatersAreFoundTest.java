package dev.supporters.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

/** Sixteen nights with one cheater in twenty: who is found, and who is wronged. */
class CheatersAreFoundTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 27);
    private static final int SUPPORTERS = 500;
    private static final long FIRST_SEED = 70_001;
    private static final int NIGHTS = 16;

    /** Honest drivers, too, forget to say that a drive has ended: one in 200 drives. */
    private static final NightParameters CHEATED =
            NightParameters.overriddenBy(
                    "{\"cheaters.share\": 0.05, \"forgetsToComplete\": 0.005}");

    @Test
    void eachDetectorFindsItsCheatersAndHardlyEverAnHonestDriver() {
        PastNights past = PastNights.ofSeoul(CHEATED, DATE);
        List<DetectedCheaters.DetectedNight> nights =
                LongStream.range(0, NIGHTS)
                        .parallel()
                        .mapToObj(night -> play(FIRST_SEED + night, past))
                        .toList();
        DetectedCheaters.DetectedNight all =
                nights.stream()
                        .reduce(
                                DetectedCheaters.DetectedNight.NONE,
                                DetectedCheaters.DetectedNight::plus);

        System.out.println(all.table());
        assertThat(all.kinds())
                .hasSize(6)
                .allSatisfy(kind -> {
                    assertThat(kind.cheaters()).as(kind.kind() + ": cheaters").isGreaterThan(30);
                    assertThat(kind.precision())
                            .as(kind.kind() + ": precision")
                            .isGreaterThanOrEqualTo(.9);
                    assertThat(kind.recall())
                            .as(kind.kind() + ": recall")
                            .isGreaterThanOrEqualTo(.8);
                });
        assertThat(all.honest()).isGreaterThan(7_000);
        assertThat(all.honestFlagged() / (double) all.honest())
                .as("honest driver-nights with a signal")
                .isLessThanOrEqualTo(.001);
    }

    private static DetectedCheaters.DetectedNight play(long seed, PastNights past) {
        NightModel model =
                new NightModel(SeoulNight.of(DATE, CHEATED, seed), CHEATED, seed, SUPPORTERS);
        return SupporterNight.play(model, DispatchSettings.FULL, past).detected();
    }
}
