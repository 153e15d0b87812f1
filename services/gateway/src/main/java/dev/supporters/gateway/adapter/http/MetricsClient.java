package dev.supporters.gateway.adapter.http;

import dev.supporters.gateway.alert.MetricsSource;
import dev.supporters.platform.metric.MetricSample;
import dev.supporters.platform.metric.MetricText;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The metrics of the services that the gateway asks, from the port where each has its gRPC, and its own. It is asked by one thread for each
 * service and never by a request, so its only guard is a deadline; what is not told in time is not known.
 */
@ApplicationScoped
class MetricsClient implements MetricsSource {

    private static final Logger LOG = Logger.getLogger(MetricsClient.class);
    private static final String GATEWAY = "gateway";
    private static final String CLIENTS = "quarkus.grpc.clients.";
    private static final String HOST = ".host";
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Config config;
    private final OwnMetricsProvider own;
    private final List<String> services;
    private final HttpClient http;
    private final String scheme;

    MetricsClient(Config config, OwnMetricsProvider own) {
        this.config = config;
        this.own = own;
        services = all(config);
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(DEADLINE);
        Optional<Path> authority = authority(config, services);
        authority.ifPresent(file -> client.sslContext(trusting(file)));
        http = client.build();
        scheme = authority.isPresent() ? "https" : "http";
    }

    @Override
    public List<String> services() {
        return services;
    }

    @Override
    public Optional<List<MetricSample>> read(String service, Set<String> metrics) {
        return service.equals(GATEWAY)
                ? Optional.of(own.read(metrics))
                : ask(service).map(text -> MetricText.read(text, metrics));
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private static List<String> all(Config config) {
        return Stream.concat(
                        Stream.of(GATEWAY),
                        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                                .filter(name -> name.startsWith(CLIENTS) && name.endsWith(HOST))
                                .map(name ->
                                        name.substring(
                                                CLIENTS.length(), name.length() - HOST.length())))
                .distinct()
                .sorted()
                .toList();
    }

    /** By whom services are known where they speak TLS: the same authority as over gRPC. */
    private static Optional<Path> authority(Config config, List<String> services) {
        return services.stream()
                .flatMap(service ->
                        config
                                .getOptionalValue(
                                        CLIENTS + service + ".ssl.trust-store", String.class)
                                .stream())
                .findFirst()
                .map(Path::of);
    }

    private Optional<String> ask(String service) {
        HttpRequest request =
                HttpRequest.newBuilder(address(service))
                        .header("Accept", "text/plain")
                        .timeout(DEADLINE)
                        .build();
        Future<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return Optional.of(answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS))
                    .filter(response -> response.statusCode() == OK)
                    .map(HttpResponse::body);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            LOG.debugf("metrics are not told service=%s why=%s", service, e.getMessage());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private URI address(String service) {
        return URI.create(
                scheme
                        + "://"
                        + config.getValue(CLIENTS + service + HOST, String.class)
                        + ":"
                        + config.getValue(CLIENTS + service + ".port", Integer.class)
                        + "/q/metrics");
    }

    /** The services' own authority, and nobody else. */
    private static SSLContext trusting(Path authority) {
        try (InputStream file = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("authority-" + store.size(), one);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "%s (expected: certificates in PEM)".formatted(authority), e);
        }
    }
}
