package dev.supporters.tools;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

class ToolsMainTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void saysWhatItCanDoWhenAskedForNothing() throws Exception {
        int status = main(Map.of()).run(List.of());

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString(UTF_8))
                .isEqualTo("arguments: nothing (expected: demo or check)\n");
    }

    @Test
    void saysWhatItCanDoWhenAskedForSomethingElse() throws Exception {
        int status = main(Map.of()).run(List.of("demo", "check"));

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString(UTF_8))
                .isEqualTo("arguments: demo check (expected: demo or check)\n");
    }

    @Test
    void saysWhichSettingOfTheDemoIsMissing() throws Exception {
        int status = main(Map.of()).run(List.of("demo"));

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString(UTF_8))
                .isEqualTo(
                        "SUPPORTERS_DEMO_ADVERTISED_HOST: nothing (expected: a host name by which the services reach it, such as supporters-demo)\n");
    }

    @Test
    void saysWhichSettingOfTheCheckIsMissing() throws Exception {
        int status = main(Map.of("SUPPORTERS_CHECK_GATEWAY", " ")).run(List.of("check"));

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString(UTF_8))
                .isEqualTo(
                        "SUPPORTERS_CHECK_GATEWAY: nothing (expected: a URL, such as http://supporters-gateway:8080)\n");
    }

    private ToolsMain main(Map<String, String> variables) {
        return new ToolsMain(
                new EnvironmentVariables(variables),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(errors, true, UTF_8));
    }
}
