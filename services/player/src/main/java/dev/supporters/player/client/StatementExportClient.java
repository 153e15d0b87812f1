package dev.supporters.player.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches the file of a business date's statements, as whoever pays does. */
public final class StatementExportClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SERVER_ERROR = 500;

    private final RetryingHttpClient http =
            new RetryingHttpClient(HttpClient.newHttpClient(), what -> {});
    private final URI gateway;
    private final String token;

    /** With an operator's token. */
    public StatementExportClient(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** Status 0 means no answer at all. */
    public record Answer(int status, String text) {}

    public Answer statements(String businessDate) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    http.send(
                            RetryingHttpClient.json(
                                            gateway.resolve(
                                                    "/export/statements/" + businessDate + ".csv"),
                                            token)
                                    .GET()
                                    .build(),
                            LIMIT,
                            answer -> answer.statusCode() >= SERVER_ERROR);
            return new Answer(response.statusCode(), response.body());
        } catch (NoAnswerException e) {
            return new Answer(0, "");
        }
    }
}
