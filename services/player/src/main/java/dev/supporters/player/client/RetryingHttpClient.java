package dev.supporters.player.client;

import dev.supporters.platform.time.GrowingPause;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Sends requests until there is an answer, or the time that was given is over. */
final class RetryingHttpClient {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Consumer<String> counts;

    RetryingHttpClient(HttpClient http, Consumer<String> counts) {
        this.http = http;
        this.counts = counts;
    }

    /** Tells which answers mean only that the other side has a problem, so that the same request may be sent again. */
    interface TransientCheck {
        boolean isTransient(HttpResponse<String> response);
    }

    static HttpRequest.Builder json(URI uri, String bearer) {
        return HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer);
    }

    HttpResponse<String> send(HttpRequest request, Duration limit, TransientCheck check)
            throws NoAnswerException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        boolean mayHaveArrived = false;
        GrowingPause pauses = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
        while (true) {
            try {
                HttpResponse<String> response =
                        http.send(request, HttpResponse.BodyHandlers.ofString());
                if (!check.isTransient(response)) {
                    return response;
                }
                mayHaveArrived = true;
            } catch (ConnectException | HttpConnectTimeoutException e) {
                counts.accept("connection refused");
            } catch (IOException e) {
                counts.accept("connection lost");
                mayHaveArrived = true;
            }
            Duration pause = pauses.next();
            if (System.nanoTime() + pause.toNanos() > end) {
                throw new NoAnswerException(
                        request.uri().getHost() + ":" + request.uri().getPort(), mayHaveArrived);
            }
            counts.accept("requests repeated");
            Thread.sleep(around(pause));
        }
    }

    /** Not all at the same time. */
    private static Duration around(Duration pause) {
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() * 2));
    }
}
