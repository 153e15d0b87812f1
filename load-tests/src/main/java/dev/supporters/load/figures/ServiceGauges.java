package dev.supporters.load.figures;

import dev.supporters.platform.metric.MetricSample;
import dev.supporters.platform.metric.MetricText;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/** What a service's metrics say. */
public final class ServiceGauges {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final HttpRequest request;

    public ServiceGauges(String url) {
        request =
                HttpRequest.newBuilder(URI.create(url + "/q/metrics"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
    }

    /** The sum of all values of the metric; 0 if the service does not answer. */
    public double sum(String metric) {
        return sum(metric, sample -> true);
    }

    /** The sum of the values with this label; 0 if the service does not answer. */
    public double sum(String metric, String label, String value) {
        return sum(metric, sample -> sample.label(label).equals(value));
    }

    private double sum(String metric, Predicate<MetricSample> wanted) {
        try {
            String text = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return MetricText.read(text, Set.of(metric)).stream()
                    .filter(wanted)
                    .mapToDouble(MetricSample::value)
                    .sum();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
