package dev.supporters.tools.check;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** Sends a request until it is answered or the deadline has expired, but at least once. */
final class CheckHttpClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);
    private static final int LINE = 200;

    private final HttpClient http;
    private final Duration pause;

    CheckHttpClient(HttpClient http, Duration pause) {
        this.http = http;
        this.pause = pause;
    }

    /** The first answer that is not transient: neither by its status (429 or from 500), nor by the given test. */
    HttpResponse<String> send(
            HttpRequest.Builder request,
            Deadline deadline,
            Predicate<HttpResponse<String>> isTransient)
            throws CheckException, InterruptedException {
        String last;
        do {
            HttpRequest next = request.timeout(timeout(deadline)).build();
            try {
                HttpResponse<String> response =
                        http.send(next, HttpResponse.BodyHandlers.ofString());
                if (!overloadedOrFailing(response) && !isTransient.test(response)) {
                    return response;
                }
                last = "HTTP " + response.statusCode() + " " + firstLine(response.body());
            } catch (IOException e) {
                last = e.getClass().getSimpleName();
            }
            deadline.sleep(pause);
        } while (!deadline.expired());
        throw new CheckException(
                "no answer within " + deadline.total().toSeconds() + " s; last: " + last);
    }

    /** Enough for people, of an answer that may be a whole page. */
    static String firstLine(String body) {
        String line = body.lines().findFirst().orElse("").strip();
        return line.substring(0, Math.min(line.length(), LINE));
    }

    private static boolean overloadedOrFailing(HttpResponse<String> response) {
        return response.statusCode() >= 500 || response.statusCode() == 429;
    }

    private static Duration timeout(Deadline deadline) {
        Duration remaining = deadline.remaining();
        if (remaining.compareTo(SHORTEST_TIMEOUT) < 0) {
            return SHORTEST_TIMEOUT;
        }
        return remaining.compareTo(TIMEOUT) < 0 ? remaining : TIMEOUT;
    }
}
