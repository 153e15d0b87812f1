package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class AwaitedServicesLineTest {

    private static final List<String> AWAITED = List.of("commander", "work", "call");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100|  waiting for 3: commander, work, call",
                "41|  waiting for 3: commander, work, call",
                "40|  waiting for 3: commander, work …",
                "34|  waiting for 3: commander …",
                "20|  waiting for 3 …"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void namesThoseThatFit(int width, String line) {
        assertThat(AwaitedServicesLine.of(AWAITED, width)).isEqualTo(line);
    }

    @Test
    void isEmptyOfNamesWhenAllAreReady() {
        assertThat(AwaitedServicesLine.of(List.of(), 100)).isEqualTo("  waiting for 0");
    }
}
