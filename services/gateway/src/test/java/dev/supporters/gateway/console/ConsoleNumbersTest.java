package dev.supporters.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.PolicyLimits;
import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that the console has, too, are those of the services. */
class ConsoleNumbersTest {

    private static final Path APP = Path.of("src/main/resources/web/app");
    private static final Pattern EARTH = Pattern.compile("EARTH_METERS = ([0-9_.]+);");
    private static final Pattern VETO = Pattern.compile("'vetoSeconds'.*max: ([0-9]+),");

    @Test
    void theEarthHasOneRadius() throws IOException {
        assertThat(number("customer/distance.ts", EARTH)).isEqualTo(Position.EARTH_RADIUS_METERS);
    }

    @Test
    void theFormOfAPolicyHasTheLongestVeto() throws IOException {
        assertThat(number("policies/fields.ts", VETO))
                .isEqualTo(PolicyLimits.LONGEST_VETO.toSeconds());
    }

    private static double number(String file, Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(Files.readString(APP.resolve(file)));
        assertThat(found.find()).as(file).isTrue();
        return Double.parseDouble(found.group(1).replace("_", ""));
    }
}
