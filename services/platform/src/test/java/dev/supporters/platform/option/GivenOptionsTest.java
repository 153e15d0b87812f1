package dev.supporters.platform.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class GivenOptionsTest {

    @Test
    void readsTheTextOfMavensMapAlsoWithCommasInValues() {
        assertThat(GivenOptions.of("{set=route, life, seconds=6, nights=}"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("set", "route, life", "seconds", "6", "nights", ""));
        assertThat(GivenOptions.of("{}")).isEmpty();
        assertThat(GivenOptions.of("")).isEmpty();
    }

    @Test
    void readsTheArgumentsOfTheWrapper() {
        assertThat(GivenOptions.of("", "-q", "-Psimulate", "-Dseed=7", "-Dquick", "-D"))
                .isEqualTo(Map.of("seed", "7", "quick", ""));
    }

    @Test
    void namesWhatIsNoOptionWithThoseThatThereAre() {
        List<String> options = List.of("nights", "out");

        assertThat(GivenOptions.unknown(Map.of("night", "x"), "train", options))
                .contains("-Dnight is no option of -Ptrain; there are nights, out");
    }

    @Test
    void leavesAloneWhatIsForTheBuild() {
        assertThat(
                        GivenOptions.unknown(
                                Map.of("maven.repo.local", "x", "quick", "", "out", "y"),
                                "train",
                                List.of("out")))
                .isEmpty();
    }
}
