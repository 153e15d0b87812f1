package dev.supporters.journey;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.testkit.metrics.MetricSamples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads the metrics of all services when the night is over. */
final class NightMetricsReader implements Interference {

    private final MetricSamples samples = new MetricSamples();
    private Stand stand;

    /** What all of them tell, together. */
    MetricSamples samples() {
        return samples;
    }

    @Override
    public void during(Stand played, Night night) {
        stand = played;
    }

    @Override
    public void reported(NightReport report) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (ServiceSpec service : ServiceSpec.ALL) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(stand.url(service) + "/q/metrics"))
                                .header("Accept", "text/plain")
                                .build();
                HttpResponse<String> answer =
                        client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(
                            "metrics of "
                                    + service.name()
                                    + ": "
                                    + answer.statusCode()
                                    + " (expected: 200)");
                }
                samples.add(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("metrics cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
