package dev.supporters.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.request.ServiceToken;
import dev.supporters.policy.TlsBetweenServicesTest.WithCertificate;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.HistoryRequest;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.testkit.Embedded;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Of the platform, in a service: what {@code supporters.tls.directory} does. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
@TestProfile(WithCertificate.class)
class TlsBetweenServicesTest {

    private static final Path DIRECTORY = temporaryDirectory();

    @TestHTTPResource(value = "/q/health/ready", tls = true)
    URL health;

    @Test
    void answersWhoKnowsItByItsAuthority() throws IOException {
        assertThat(code(trusting(authority("first")))).isEqualTo(Status.Code.OK);
    }

    @Test
    void answersNobodyWithoutTls() {
        assertThat(code(InsecureChannelCredentials.create())).isEqualTo(Status.Code.UNAVAILABLE);
        assertThatThrownBy(() ->
                        new URL("http", health.getHost(), health.getPort(), "/q/health/live")
                                .openStream()
                                .close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void isNotBelievedByWhoKnowsAnotherAuthority() throws IOException {
        assertThat(code(trusting(authority("second")))).isEqualTo(Status.Code.UNAVAILABLE);
    }

    /** As cert-manager does; whoever is connected stays so. */
    @Test
    void aNewCertificateIsTakenWithoutARestart() throws IOException {
        ManagedChannel connected = channel(trusting(authority("first")));
        try {
            assertThat(code(connected)).isEqualTo(Status.Code.OK);

            install("second");

            ChannelCredentials second = trusting(authority("second"));
            await().until(() -> code(second) == Status.Code.OK);
            assertThat(code(connected)).isEqualTo(Status.Code.OK);
        } finally {
            connected.shutdownNow();
            install("first");
            ChannelCredentials first = trusting(authority("first"));
            await().until(() -> code(first) == Status.Code.OK);
        }
    }

    private Status.Code code(ChannelCredentials credentials) {
        ManagedChannel channel = channel(credentials);
        try {
            return code(channel);
        } finally {
            channel.shutdownNow();
        }
    }

    private ManagedChannel channel(ChannelCredentials credentials) {
        return Grpc.newChannelBuilderForAddress("localhost", health.getPort(), credentials).build();
    }

    private static Status.Code code(ManagedChannel channel) {
        Metadata token = new Metadata();
        token.put(ServiceToken.METADATA, "Bearer " + Embedded.SERVICE_TOKEN);
        HistoryRequest request =
                HistoryRequest.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .build();
        try {
            var _ =
                    PolicyServiceGrpc.newBlockingStub(channel)
                            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token))
                            .history(request);
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private static ChannelCredentials trusting(Path authority) throws IOException {
        return TlsChannelCredentials.newBuilder().trustManager(authority.toFile()).build();
    }

    private static Path authority(String name) {
        return DIRECTORY.resolve(name + "-ca.crt");
    }

    private static void install(String name) {
        try {
            for (Map.Entry<String, String> file :
                    Map.of("-ca.crt", "ca.crt", ".crt", "tls.crt", ".key", "tls.key").entrySet()) {
                Files.copy(
                        DIRECTORY.resolve(name + file.getKey()),
                        DIRECTORY.resolve(file.getValue()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("tls");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two certificates, each with an authority of its own; the first is there when the service starts. */
    public static final class WithCertificate implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            CertificateGenerator generator = new CertificateGenerator(DIRECTORY, true);
            try {
                for (String name : new String[] {"first", "second"}) {
                    generator.generate(
                            new CertificateRequest()
                                    .withName(name)
                                    .withFormat(Format.PEM)
                                    .withCN("localhost")
                                    .withSubjectAlternativeName("DNS:localhost"));
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            install("first");
            return Map.of(
                    "supporters.tls.directory",
                    DIRECTORY.toString(),
                    "quarkus.http.test-ssl-port",
                    "0",
                    "quarkus.tls.services.reload-period",
                    "200ms");
        }
    }
}
