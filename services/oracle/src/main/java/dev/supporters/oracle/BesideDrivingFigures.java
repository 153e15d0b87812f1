package dev.supporters.oracle;

import dev.supporters.player.OperatorFigures;
import dev.supporters.player.PeopleFigures;
import dev.supporters.player.PeopleFigures.FoundCheaters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people did beside driving, as the system says it: applications, ratings, disputes, and signals of abuse against who really cheated, what operators did, and what drivers were told. */
record BesideDrivingFigures(PeopleFigures people) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (people.equals(PeopleFigures.NONE)) {
            return lines;
        }
        lines.add(ReportLines.head("Applications to the group"));
        lines.add(ReportLines.number("asked for", sum(people.applications().values())));
        lines.addAll(ReportLines.counts(words(people.applications())));
        lines.add(ReportLines.head("Ratings"));
        lines.add(ReportLines.number("drives with stars", people.ratings()));
        if (people.ratings() > 0) {
            lines.add(ReportLines.number("stars, mean", people.stars(), ""));
        }
        lines.add(ReportLines.head("Disputes"));
        lines.add(ReportLines.number("opened", sum(people.disputes().values())));
        lines.addAll(ReportLines.counts(words(people.disputes())));
        lines.add(
                ReportLines.line(
                        "granted",
                        people.granted() == 0
                                ? "0"
                                : "%,d %s".formatted(people.granted(), people.currency())));
        if (!people.signals().isEmpty()) {
            lines.add(ReportLines.head("Signals of abuse, against who really cheated"));
            people.signals().forEach(kind -> lines.add(found(kind)));
        }
        lines.addAll(operators(people.operators()));
        return lines;
    }

    private static List<String> operators(OperatorFigures operators) {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("What operators did"));
        lines.add(ReportLines.number("decisions on signals", sum(operators.decisions().values())));
        lines.addAll(ReportLines.counts(words(operators.decisions())));
        lines.add(ReportLines.number("signals that wait for a decision", operators.undecided()));
        lines.add(ReportLines.number("signals without evidence", operators.withoutEvidence()));
        lines.add(
                ReportLines.number(
                        "accidents and fines of supporters", sum(operators.incidents().values())));
        lines.addAll(ReportLines.counts(words(operators.incidents())));
        if (operators.revoked() > 0) {
            lines.add(ReportLines.number("  revoked", operators.revoked()));
        }
        lines.add(
                ReportLines.number(
                        "versions of the night's policy", sum(operators.policies().values())));
        operators.policies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(put ->
                        lines.add(ReportLines.number("  by " + put.getKey(), put.getValue())));
        lines.add(
                ReportLines.number(
                        "experiments of the region", sum(operators.experiments().values())));
        lines.addAll(ReportLines.counts(words(operators.experiments())));
        lines.add(ReportLines.number("rules of tags in force", operators.rules()));
        operators.tagged().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(tag ->
                        lines.add(
                                ReportLines.number(
                                        "  " + tag.getKey() + " given", tag.getValue())));
        lines.add(
                ReportLines.number("switches of activity modes", sum(operators.modes().values())));
        lines.addAll(ReportLines.counts(words(operators.modes())));
        lines.add(
                ReportLines.number(
                        "signals that drivers were told of", sum(operators.notices().values())));
        lines.addAll(ReportLines.counts(words(operators.notices())));
        return lines;
    }

    private static String found(FoundCheaters kind) {
        return ReportLines.line(
                "  " + CallFigures.word(kind.kind(), ""),
                "%,d of %,d cheaters, and %,d who did not"
                        .formatted(kind.found(), kind.cheaters(), kind.others()));
    }

    private static Map<String, Long> words(Map<String, Long> states) {
        return states.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                state -> CallFigures.word(state.getKey(), ""),
                                Map.Entry::getValue));
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
