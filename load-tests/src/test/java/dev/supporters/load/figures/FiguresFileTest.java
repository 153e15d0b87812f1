package dev.supporters.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

class FiguresFileTest {

    @Test
    void hasAnObjectForEachSetWithTheMachineAndWithoutWhatWasNotMeasured(@TempDir Path root)
            throws IOException {
        FiguresFile file = new FiguresFile(root);

        file.put("route", Map.of("ratio", .04, "nightMeanMillis", Double.NaN));
        file.put("life", Map.of("cpuMillis", 95.0));

        JsonNode written =
                new ObjectMapper().readTree(root.resolve("load-tests/target/result.json").toFile());
        assertThat(written.path("route").path("ratio").asDouble()).isEqualTo(.04);
        assertThat(written.path("route").has("nightMeanMillis")).isFalse();
        assertThat(written.path("route").path("machine").asText()).contains("cores");
        assertThat(written.path("life").path("cpuMillis").asDouble()).isEqualTo(95);
    }
}
