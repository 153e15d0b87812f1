package dev.supporters.tools.check;

import dev.supporters.tools.check.CallPlacer.Verdict;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;

/** Places a call through the gateway, waits until a path is chosen for it, and cancels it. */
public final class InstallationCheck {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** The legacy system gets every call that is diverted: not too many. */
    private static final int PAUSES_BETWEEN_CALLS = 10;

    private final CheckSettings settings;
    private final Duration pause;
    private final PrintStream out;

    public InstallationCheck(CheckSettings settings, PrintStream out) {
        this(settings, PAUSE, out);
    }

    InstallationCheck(CheckSettings settings, Duration pause, PrintStream out) {
        this.settings = settings;
        this.pause = pause;
        this.out = out;
    }

    /** Whether a call was decided within the time, and all calls that were placed are cancelled. */
    public boolean passes() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return passes(new CheckHttpClient(http, pause), new Deadline(settings.within()));
        }
    }

    private boolean passes(CheckHttpClient http, Deadline deadline) throws InterruptedException {
        say(deadline, "gateway: " + settings.gateway());
        GatewayGraphQlClient gateway;
        try {
            String token = settings.token().token(http, deadline);
            gateway = new GatewayGraphQlClient(http, settings.gateway(), token);
            say(deadline, "token: there");
        } catch (CheckException e) {
            say(deadline, "token: " + e.getMessage());
            return false;
        }
        boolean decided = decided(gateway, deadline);
        say(deadline, decided ? "passed" : "FAILED");
        return decided;
    }

    /** Places calls until one is not diverted. */
    private boolean decided(GatewayGraphQlClient gateway, Deadline deadline)
            throws InterruptedException {
        CallPlacer calls =
                new CallPlacer(gateway, settings, deadline, pause, what -> say(deadline, what));
        Verdict verdict = calls.place();
        while (verdict == Verdict.DIVERTED && !deadline.expired()) {
            deadline.sleep(pause.multipliedBy(PAUSES_BETWEEN_CALLS));
            verdict = calls.place();
        }
        if (verdict == Verdict.DIVERTED) {
            say(
                    deadline,
                    "the service `call` did not answer the gateway within "
                            + settings.within().toSeconds()
                            + " s (expected: a call that is decided)");
        }
        return verdict == Verdict.DECIDED;
    }

    private void say(Deadline deadline, String what) {
        out.printf(Locale.ROOT, "%5.1f s  %s%n", deadline.elapsed().toMillis() / 1e3, what);
    }
}
