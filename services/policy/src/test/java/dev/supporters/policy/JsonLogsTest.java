package dev.supporters.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.SourceTree;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Handler;

/** Of the platform, in a service: what a collector reads of each. */
@QuarkusTest
@TestProfile(JsonLogsTest.AsAnImageLogs.class)
@QuarkusTestResource(Embedded.class)
class JsonLogsTest {

    private static final String SETTING = "quarkus.log.console.json.enabled";

    @AfterEach
    void leave() {
        MDC.remove("requestId");
    }

    @Test
    void aRecordIsOneLineOfJsonThatSaysWhenHowBadWhichServiceWhatAndForWhichRequest()
            throws JsonProcessingException {
        // Given
        MDC.put("requestId", "r-1");
        ExtLogRecord record =
                new ExtLogRecord(Level.WARN, "rule \"far\" broke", JsonLogsTest.class.getName());
        record.setLoggerName("dev.supporters.policy");
        record.setThrown(new IllegalStateException("first\nsecond"));

        // When
        String line = console().getFormatter().format(record);

        // Then
        assertThat(line).endsWith("\n").hasLineCount(1);
        JsonNode read = new ObjectMapper().readTree(line);
        assertThat(read.path("timestamp").asText()).endsWith("Z");
        assertThat(read.path("level").asText()).isEqualTo("WARN");
        assertThat(read.path("service").asText()).isEqualTo("policy");
        assertThat(read.path("loggerName").asText()).isEqualTo("dev.supporters.policy");
        assertThat(read.path("message").asText()).isEqualTo("rule \"far\" broke");
        assertThat(read.at("/mdc/requestId").asText()).isEqualTo("r-1");
        assertThat(read.path("stackTrace").asText())
                .contains("java.lang.IllegalStateException: first\nsecond", "JsonLogsTest");
        assertThat(new TreeSet<>(read.propertyStream().map(Map.Entry::getKey).toList()))
                .containsExactly(
                        "hostName",
                        "level",
                        "loggerName",
                        "mdc",
                        "message",
                        "service",
                        "stackTrace",
                        "threadName",
                        "timestamp");
    }

    /** The second is what the local stand sets. */
    @ParameterizedTest
    @CsvSource({"prod, , true", "prod, false, false", "dev, , false", "test, , false"})
    void imagesLogJsonAndPeopleReadLines(String profile, String given, boolean json)
            throws IOException {
        Map<String, String> environment = given == null ? Map.of() : Map.of(SETTING, given);
        var config =
                new SmallRyeConfigBuilder()
                        .withProfile(profile)
                        .addDefaultInterceptors()
                        .withSources(
                                new PropertiesConfigSource(
                                        SourceTree.root()
                                                .resolve(
                                                        "services/platform/src/main/resources/META-INF/microprofile-config.properties")
                                                .toUri()
                                                .toURL(),
                                        100),
                                new PropertiesConfigSource(environment, "environment", 300))
                        .build();

        assertThat(config.getValue(SETTING, Boolean.class)).isEqualTo(json);
    }

    private static Handler console() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    /** Only in this, as the rest of production needs what a test has not. */
    public static final class AsAnImageLogs implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(SETTING, "true");
        }
    }
}
