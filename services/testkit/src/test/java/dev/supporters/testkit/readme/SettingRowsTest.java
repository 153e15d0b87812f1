package dev.supporters.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Properties;
import java.util.Set;

class SettingRowsTest {

    private static final ConfigKeys CODE =
            new ConfigKeys(
                    Map.of(
                            "supporters.move.port", "8111",
                            "supporters.move.patience", "PT30S",
                            "supporters.move.sweep-every", "1s",
                            "supporters.remote.call.deadline", "300ms",
                            "supporters.legacy.token", ""));

    private static final String RIGHT =
            """
            ## Support

            | property | default | meaning |
            |---|---|---|
            | `supporters.move.port` | 8111 | |
            | `supporters.move.patience`, `.sweep-every` | 30 s, 1s | |
            | `supporters.remote.<name>.deadline` | 300 ms | |
            | `supporters.legacy.token` | none | |
            """;

    @Test
    void findsNothingWrongInRowsThatSayWhatTheCodeSays() {
        SettingRows rows = rows(RIGHT);

        assertThat(rows.missing(CODE)).isEmpty();
        assertThat(rows.unknown(CODE, Set.of())).isEmpty();
        assertThat(rows.wrongDefaults(CODE)).isEmpty();
    }

    @Test
    void namesASettingWithoutARow() {
        assertThat(rows(RIGHT.replace(", `.sweep-every` | 30 s, 1s", " | 30 s")).missing(CODE))
                .containsExactly("supporters.move.sweep-every");
    }

    @Test
    void namesARowWithoutASetting() {
        assertThat(rows(RIGHT.replace("move.port", "move.gate")).unknown(CODE, Set.of()))
                .containsExactly("supporters.move.gate");
    }

    @Test
    void namesEveryDefaultThatIsAnother() {
        String text =
                RIGHT.replace("8111", "8112").replace("30 s", "3 s").replace("none", "secret");

        assertThat(rows(text).wrongDefaults(CODE))
                .containsExactlyInAnyOrder(
                        "supporters.move.port: 8112 (expected: [8111])",
                        "supporters.move.patience: 3 s (expected: [30000 ms])",
                        "supporters.legacy.token: secret (expected: [none])");
    }

    @Test
    void readsTheKeysAndDefaultsOfMappingsAndProperties() {
        Properties settings = new Properties();
        settings.setProperty("quarkus.http.port", "${supporters.clock.port:8199}");
        settings.setProperty("supporters.clock.rate", "60");

        ConfigKeys keys =
                ConfigKeys.of(
                        "dev.supporters.platform",
                        "@ConfigProperty(name = \"supporters.clock.token\") String token",
                        settings);

        assertThat(keys.defaults())
                .containsEntry("supporters.clock.port", "8199")
                .containsEntry("supporters.clock.rate", "60")
                .containsEntry("supporters.clock.token", "")
                .containsEntry("supporters.clock.anchor-file", "")
                .containsEntry("supporters.service.token", "")
                .containsEntry("supporters.remote.*.breaker-volume", "20");
    }

    private static SettingRows rows(String text) {
        return new SettingRows(Readme.parse(text));
    }
}
