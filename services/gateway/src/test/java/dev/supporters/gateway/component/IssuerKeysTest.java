package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** An issuer that changes the keys by which it signs. */
@QuarkusTest
@TestProfile(ConsoleSwitchedOffTest.SwitchedOff.class)
class IssuerKeysTest extends ComponentTest {

    private static final String QUESTION = "{ __typename }";

    @Test
    void aTokenWithANewKeyIsTakenEachTimeTheIssuerChangesIt() {
        ask(issuer.operator(), QUESTION).statusCode(200);

        for (int change = 0; change < 3; change++) {
            issuer.changeKey();

            isSoonLetIn();
        }
    }

    @Test
    void aKeyThatTheIssuerNeverHadIsRefusedAllTheSame() {
        issuer.changeKey();

        ask(issuer.signedByAnother("op", "operator"), QUESTION).statusCode(401);
        isSoonLetIn();
    }

    /** The issuer is not asked twice within 300 ms (the library's own threshold), however often its keys change. */
    private void isSoonLetIn() {
        await().untilAsserted(() -> ask(issuer.operator(), QUESTION).statusCode(200));
    }

    /** In production forged keys make us ask the issuer no oftener. */
    @Test
    void theIssuerIsAskedForUnknownKeysOnceAMinuteAtMost() throws IOException {
        Properties properties = new Properties();
        try (InputStream file =
                Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("application.properties")) {
            properties.load(file);
        }

        assertThat(properties)
                .containsEntry("smallrye.jwt.jwks.forced-refresh-interval", "1")
                .containsEntry("smallrye.jwt.jwks.refresh-interval", "5");
    }
}
