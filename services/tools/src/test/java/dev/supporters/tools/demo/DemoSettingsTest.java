package dev.supporters.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.tools.EnvironmentVariables;
import dev.supporters.tools.InvalidSettingException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class DemoSettingsTest {

    @TempDir Path folder;

    @Test
    void takesWhatTheChartGives() {
        assertThat(settings(Map.of())).isEqualTo(new DemoSettings("supporters-demo", 12, folder));
    }

    @Test
    void refusesAHostThatIsNone() {
        assertThatThrownBy(() -> settings(Map.of("SUPPORTERS_DEMO_ADVERTISED_HOST", "a:19092")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "SUPPORTERS_DEMO_ADVERTISED_HOST: a:19092 (expected: a host name by which the services reach it, such as supporters-demo)");
    }

    @Test
    void refusesACountThatIsNone() {
        assertThatThrownBy(() -> settings(Map.of("SUPPORTERS_DEMO_PARTITIONS", "0")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("SUPPORTERS_DEMO_PARTITIONS: 0 (expected: a number from 1 to 999)");
    }

    @Test
    void refusesAFolderThatThereIsNot() {
        assertThatThrownBy(() -> settings(Map.of("SUPPORTERS_DEMO_FOLDER", folder + "/none")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "SUPPORTERS_DEMO_FOLDER: "
                                + folder
                                + "/none (expected: a folder that can be written)");
    }

    private DemoSettings settings(Map<String, String> changes) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SUPPORTERS_DEMO_ADVERTISED_HOST", "supporters-demo");
        variables.put("SUPPORTERS_DEMO_PARTITIONS", "12");
        variables.put("SUPPORTERS_DEMO_FOLDER", folder.toString());
        variables.putAll(changes);
        return DemoSettings.of(new EnvironmentVariables(variables));
    }
}
