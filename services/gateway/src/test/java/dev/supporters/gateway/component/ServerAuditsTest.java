package dev.supporters.gateway.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How far the gateway keeps "GraphQL over HTTP": the server audits of graphql-http. They need node, so they run only if they are asked
 * for, by {@code -Dsupporters.audits=true} and after {@code npm install} in their folder, as {@code .ci/run} does.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "supporters.audits", matches = "true")
class ServerAuditsTest extends ComponentTest {

    private static final Path SCRIPT = Path.of("src/test/audits/audits.mjs");

    @Test
    void passesAllThatMustAndShouldBe() throws IOException, InterruptedException {
        // Given
        ProcessBuilder audits = new ProcessBuilder("node", SCRIPT.toString()).inheritIO();
        audits.environment().put("GATEWAY", "http://127.0.0.1:" + RestAssured.port);
        audits.environment().put("TOKEN", issuer.operator());

        // When
        int status = audits.start().waitFor();

        // Then
        assertThat(status).as("exit status; what was not passed is above").isZero();
    }
}
