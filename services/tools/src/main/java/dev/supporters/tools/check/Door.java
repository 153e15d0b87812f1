package dev.supporters.tools.check;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** Sends a request until it is answered, or patience is over; once at least. */
final class Door {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LAST_TRY = Duration.ofSeconds(1);
    private static final int LINE = 200;

    private final HttpClient http;
    private final Duration pause;

    Door(HttpClient http, Duration pause) {
        this.http = http;
        this.pause = pause;
    }

    /** The first answer that is not transient; its status may be any that is no illness of the other side. */
    HttpResponse<String> send(
            HttpRequest.Builder request,
            Patience patience,
            Predicate<HttpResponse<String>> isTransient)
            throws CheckFailed, InterruptedException {
        String last;
        do {
            HttpRequest next = request.timeout(timeout(patience)).build();
            try {
                HttpResponse<String> response =
                        http.send(next, HttpResponse.BodyHandlers.ofString());
                if (!ill(response) && !isTransient.test(response)) {
                    return response;
                }
                last = "HTTP " + response.statusCode() + " " + begin(response.body());
            } catch (IOException e) {
                last = e.getClass().getSimpleName();
            }
            patience.pause(pause);
        } while (!patience.over());
        throw new CheckFailed(
                "no answer within " + patience.whole().toSeconds() + " s; last: " + last);
    }

    /** What people need of an answer that may be a whole page. */
    static String begin(String body) {
        String line = body.lines().findFirst().orElse("").strip();
        return line.substring(0, Math.min(line.length(), LINE));
    }

    private static boolean ill(HttpResponse<String> response) {
        return response.statusCode() >= 500 || response.statusCode() == 429;
    }

    private static Duration timeout(Patience patience) {
        Duration left = patience.left();
        if (left.compareTo(LAST_TRY) < 0) {
            return LAST_TRY;
        }
        return left.compareTo(TIMEOUT) < 0 ? left : TIMEOUT;
    }
}
