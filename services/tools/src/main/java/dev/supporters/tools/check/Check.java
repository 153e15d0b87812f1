package dev.supporters.tools.check;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;

/** Places a call through the gateway, waits until a path is chosen for it, and cancels it. */
public final class Check {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** The legacy system gets every call that goes around us: not too many. */
    private static final int PAUSES_BETWEEN_CALLS = 10;

    private final CheckSettings settings;
    private final Duration pause;
    private final PrintStream out;

    public Check(CheckSettings settings, PrintStream out) {
        this(settings, PAUSE, out);
    }

    Check(CheckSettings settings, Duration pause, PrintStream out) {
        this.settings = settings;
        this.pause = pause;
        this.out = out;
    }

    /** Whether a call was decided within the time, and all that were placed are gone. */
    public boolean passes() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return passes(new Door(http, pause), new Patience(settings.within()));
        }
    }

    private boolean passes(Door door, Patience patience) throws InterruptedException {
        say(patience, "gateway: " + settings.gateway());
        Gateway gateway;
        try {
            gateway =
                    new Gateway(
                            door,
                            settings.gateway(),
                            new Tokens(door).token(settings.token(), patience));
            say(patience, "token: there");
        } catch (CheckFailed e) {
            say(patience, "token: " + e.getMessage());
            return false;
        }
        boolean decided = decided(gateway, patience);
        say(patience, decided ? "passed" : "FAILED");
        return decided;
    }

    /** Places calls until one does not go around us. */
    private boolean decided(Gateway gateway, Patience patience) throws InterruptedException {
        CallPlacer calls =
                new CallPlacer(gateway, settings, patience, pause, what -> say(patience, what));
        Verdict verdict = calls.place();
        while (verdict == Verdict.WENT_AROUND && !patience.over()) {
            patience.pause(pause.multipliedBy(PAUSES_BETWEEN_CALLS));
            verdict = calls.place();
        }
        if (verdict == Verdict.WENT_AROUND) {
            say(
                    patience,
                    "the service `call` did not answer the gateway within "
                            + settings.within().toSeconds()
                            + " s (expected: a call that is decided)");
        }
        return verdict == Verdict.DECIDED;
    }

    private void say(Patience patience, String what) {
        out.printf(Locale.ROOT, "%5.1f s  %s%n", patience.passed().toMillis() / 1e3, what);
    }
}
