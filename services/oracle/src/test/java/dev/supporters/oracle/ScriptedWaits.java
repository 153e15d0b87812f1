package dev.supporters.oracle;

import dev.supporters.oracle.GivenUp.DeadLetterCount;
import dev.supporters.player.WaitAge;
import dev.supporters.player.WaitFigures;
import dev.supporters.player.WaitFigures.ToldAlert;
import dev.supporters.player.WaitFigures.ToldNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was given up, and what the services tell when the night is over: at first that nothing waits. Processes started at second 0. */
public final class ScriptedWaits {

    private final List<IncidentPeriod> outages = new ArrayList<>();
    private final List<String> parkedCalls = new ArrayList<>();
    private final List<DeadLetterCount> deadLetters = new ArrayList<>();
    private final List<ToldNumber> numbers = new ArrayList<>();
    private final List<ToldAlert> alerts = new ArrayList<>();
    private Optional<WaitAge> untold = Optional.empty();
    private double rate = 1;

    /** So many seconds of the night in a second. */
    public ScriptedWaits rate(double wanted) {
        rate = wanted;
        return this;
    }

    public ScriptedWaits outage(int from, int to) {
        outages.add(
                new IncidentPeriod(
                        "a part was away",
                        ScriptedEvents.instant(from),
                        ScriptedEvents.instant(to)));
        return this;
    }

    public ScriptedWaits parked(String callId) {
        parkedCalls.add(callId);
        return this;
    }

    public ScriptedWaits deadLetters(String service, String topic, long letters, int newest) {
        deadLetters.add(
                new DeadLetterCount(topic, service, letters, ScriptedEvents.instant(newest)));
        return this;
    }

    public ScriptedWaits told(
            String service, String metric, String subject, double value, int startedAt) {
        numbers.add(
                new ToldNumber(service, metric, subject, value, ScriptedEvents.instant(startedAt)));
        return this;
    }

    public ScriptedWaits alert(String name, String service, String subject) {
        alerts.add(new ToldAlert(name, service, subject));
        return this;
    }

    public ScriptedWaits without(WaitAge age) {
        untold = Optional.of(age);
        return this;
    }

    GivenUp givenUp() {
        return new GivenUp(parkedCalls, deadLetters);
    }

    RunConditions conditions() {
        List<ToldNumber> all = new ArrayList<>(numbers);
        for (WaitAge age : WaitAge.values()) {
            if (untold.filter(age::equals).isEmpty()) {
                all.add(
                        new ToldNumber(
                                age.service(), age.metric(), "", 0, ScriptedEvents.instant(0)));
            }
        }
        return new RunConditions(rate, outages, new WaitFigures(all, List.of(), alerts));
    }
}
