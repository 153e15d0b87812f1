package dev.supporters.tools.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.Place;
import dev.supporters.tools.EnvironmentVariables;
import dev.supporters.tools.InvalidSettingException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

class CheckSettingsTest {

    @Test
    void takesWhatTheChartGives() {
        assertThat(settings(Map.of()))
                .isEqualTo(
                        new CheckSettings(
                                URI.create("http://supporters-gateway:8080"),
                                Duration.ofSeconds(60),
                                new Place("37.5665", "126.9780", "", ""),
                                new Place("37.5172", "127.0473", "", ""),
                                new TokenSource.Issuer(
                                        URI.create(
                                                "http://supporters-demo:8191/token?role=service"))));
    }

    @Test
    void takesATokenInsteadOfItsAddress() {
        Map<String, String> changes =
                Map.of("SUPPORTERS_CHECK_TOKEN", "ey.a.b\n", "SUPPORTERS_CHECK_TOKEN_URL", "");

        assertThat(settings(changes).token()).isEqualTo(new TokenSource.GivenToken("ey.a.b"));
    }

    @Test
    void doesNotShowItsToken() {
        assertThat(new TokenSource.GivenToken("ey.a.b").toString()).doesNotContain("ey");
    }

    @Test
    void takesMinutes() {
        assertThat(settings(Map.of("SUPPORTERS_CHECK_WITHIN", "2m")).within())
                .isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "PT60S", "1h", "0s", "-1s", "1.5s"})
    void refusesATimeThatIsNone(String text) {
        assertThatThrownBy(() -> settings(Map.of("SUPPORTERS_CHECK_WITHIN", text)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "SUPPORTERS_CHECK_WITHIN: "
                                + text
                                + " (expected: seconds or minutes, such as 60s or 2m)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supporters-gateway", "ftp://supporters-gateway", "http:// ", "http:x"})
    void refusesAnAddressThatIsNone(String text) {
        assertThatThrownBy(() -> settings(Map.of("SUPPORTERS_CHECK_GATEWAY", text)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "SUPPORTERS_CHECK_GATEWAY: "
                                + text.strip()
                                + " (expected: a URL, such as http://supporters-gateway:8080)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPPORTERS_CHECK_ORIGIN", "SUPPORTERS_CHECK_DESTINATION"})
    void refusesAPlaceThatIsNone(String name) {
        assertThatThrownBy(() -> settings(Map.of(name, "Seoul")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        name + ": Seoul (expected: degrees as lat,lng, such as 37.5665,126.9780)");
    }

    @Test
    void keepsThePlacesDigits() {
        assertThat(settings(Map.of("SUPPORTERS_CHECK_ORIGIN", "37.50,-126.9780")).origin())
                .isEqualTo(new Place("37.50", "-126.9780", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "37.5", "37.5,", "37.5;126.9", "91,0", "0,181", "1,2,3", "a,b"})
    void refusesCoordinatesThatAreNone(String text) {
        assertThatThrownBy(() -> settings(Map.of("SUPPORTERS_CHECK_ORIGIN", text)))
                .isInstanceOf(InvalidSettingException.class);
    }

    @ParameterizedTest
    @CsvSource({"'',neither", "ey.a.b,both"})
    void wantsATokenOrItsAddress(String token, String given) {
        Map<String, String> changes = new HashMap<>();
        changes.put("SUPPORTERS_CHECK_TOKEN", token);
        if (token.isEmpty()) {
            changes.put("SUPPORTERS_CHECK_TOKEN_URL", "");
        }

        assertThatThrownBy(() -> settings(changes))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "SUPPORTERS_CHECK_TOKEN and SUPPORTERS_CHECK_TOKEN_URL: "
                                + given
                                + " (expected: one of them)");
    }

    private static CheckSettings settings(Map<String, String> changes) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SUPPORTERS_CHECK_GATEWAY", "http://supporters-gateway:8080");
        variables.put("SUPPORTERS_CHECK_WITHIN", "60s");
        variables.put("SUPPORTERS_CHECK_ORIGIN", "37.5665,126.9780");
        variables.put("SUPPORTERS_CHECK_DESTINATION", "37.5172,127.0473");
        variables.put(
                "SUPPORTERS_CHECK_TOKEN_URL", "http://supporters-demo:8191/token?role=service");
        variables.putAll(changes);
        return CheckSettings.of(new EnvironmentVariables(variables));
    }
}
