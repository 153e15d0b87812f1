package dev.supporters.platform.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class TlsSettingsTest {

    private static final String TRUST = "quarkus.grpc.clients.driver.ssl.trust-store";
    private static final String CERTIFICATE = "quarkus.tls.services.key-store.pem.0.cert";

    @TempDir private Path directory;

    @Test
    void withoutAFolderNothingChanges() {
        SmallRyeConfig config = config(Map.of());

        assertThat(config.getOptionalValue(TRUST, String.class)).isEmpty();
        assertThat(config.getOptionalValue(CERTIFICATE, String.class)).isEmpty();
    }

    @Test
    void aServiceAnswersOnItsPortWithTlsAlone() throws IOException {
        write("ca.crt", "tls.crt", "tls.key");

        SmallRyeConfig config = config(Map.of(TlsSettings.DIRECTORY, directory.toString()));

        assertThat(config.getValue("quarkus.http.ssl-port", int.class)).isEqualTo(8106);
        assertThat(config.getRawValue("quarkus.http.insecure-requests")).isEqualTo("disabled");
        assertThat(config.getRawValue(CERTIFICATE))
                .isEqualTo(directory.resolve("tls.crt").toString());
    }

    @Test
    void everyClientKnowsWhomItCallsByTheAuthority() throws IOException {
        write("ca.crt", "tls.crt", "tls.key");

        SmallRyeConfig config = config(Map.of(TlsSettings.DIRECTORY, directory.toString()));

        for (String client : new String[] {"driver", "\"call-reads\""}) {
            assertThat(config.getRawValue("quarkus.grpc.clients." + client + ".ssl.trust-store"))
                    .isEqualTo(directory.resolve("ca.crt").toString());
            assertThat(config.getRawValue("quarkus.grpc.clients." + client + ".plain-text"))
                    .isEqualTo("false");
        }
    }

    /** The gateway: its own TLS ends before it. */
    @Test
    void whoIsCalledByOthersThanServicesNeedsTheAuthorityAlone() throws IOException {
        write("ca.crt");

        SmallRyeConfig config =
                config(
                        Map.of(
                                TlsSettings.DIRECTORY,
                                directory.toString(),
                                TlsSettings.SERVER,
                                "false"));

        assertThat(config.getOptionalValue(TRUST, String.class)).isPresent();
        assertThat(config.getOptionalValue("quarkus.http.ssl-port", String.class)).isEmpty();
    }

    @Test
    void aFileThatIsMissingIsNamed() throws IOException {
        write("ca.crt", "tls.crt");

        assertThatThrownBy(() -> config(Map.of(TlsSettings.DIRECTORY, directory.toString())))
                .hasStackTraceContaining(
                        "supporters.tls.directory: no tls.key in "
                                + directory
                                + " (expected: a file that can be read, in PEM)");
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(directory.resolve(name), name);
        }
    }

    private static SmallRyeConfig config(Map<String, String> given) {
        Map<String, String> values = new HashMap<>(given);
        values.put("quarkus.http.port", "8106");
        values.put("quarkus.grpc.clients.driver.host", "driver");
        values.put("quarkus.grpc.clients.\"call-reads\".host", "call");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(values, "test", 300))
                .withSources(new TlsSettings())
                .build();
    }
}
