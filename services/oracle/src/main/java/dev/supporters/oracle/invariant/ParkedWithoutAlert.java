package dev.supporters.oracle.invariant;

import dev.supporters.oracle.GivenUp.DeadLetterCount;
import dev.supporters.oracle.NightHistory;
import dev.supporters.player.WaitFigures;
import dev.supporters.player.WaitFigures.ToldNumber;

import java.util.ArrayList;
import java.util.List;

/**
 * What was given up is told. Parked calls: by the metric that decides Prometheus' alert, and by the gateway's own. Events that were put aside:
 * by one of the two, as the gateway may have been started since; and where the process that put them aside has been started since, too, nobody
 * can know what it told.
 */
final class ParkedWithoutAlert implements Invariant {

    @Override
    public String name() {
        return "a parked thing without an alert";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        WaitFigures told = history.conditions().waits();
        List<String> parked = history.givenUp().parkedCalls();
        if (!parked.isEmpty()) {
            if (told.numbers(WaitFigures.PARKED_CALLS).noneMatch(number -> number.value() > 0)) {
                violations.add(
                        "calls %s are parked, and no %s tells it"
                                .formatted(parked, WaitFigures.PARKED_CALLS));
            }
            if (!told.hasAlert(WaitFigures.CALLS_ARE_PARKED)) {
                violations.add(
                        "calls %s are parked, and the gateway has no alert %s"
                                .formatted(parked, WaitFigures.CALLS_ARE_PARKED));
            }
        }
        history.givenUp().deadLetters().stream()
                .filter(letters -> !told(told, letters))
                .map(letters ->
                        "%s put %d events of %s aside, and nothing tells it"
                                .formatted(letters.service(), letters.letters(), letters.topic()))
                .forEach(violations::add);
        return violations;
    }

    private static boolean told(WaitFigures told, DeadLetterCount letters) {
        boolean alert =
                told.alerts().stream()
                        .anyMatch(each ->
                                each.name().equals(WaitFigures.EVENTS_ARE_DEAD)
                                        && each.service().equals(letters.service())
                                        && each.subject().equals(letters.topic()));
        List<ToldNumber> counts =
                told.numbers(WaitFigures.DEAD_EVENTS)
                        .filter(number -> number.service().equals(letters.service()))
                        .filter(number -> number.subject().equals(letters.topic()))
                        .toList();
        boolean counted = counts.stream().anyMatch(number -> number.value() > 0);
        boolean startedSince =
                counts.stream().anyMatch(number -> number.startedAt().isAfter(letters.newest()));
        return alert || counted || startedSince;
    }
}
