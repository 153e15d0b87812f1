package dev.supporters.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RankingNotes;
import dev.supporters.proto.events.routing.v1.RoutingEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Which models ranked supporters for calls, and why it was not the wanted one. */
record RankingFigures(NightHistory history) {

    private static final String NEAREST = "nearest@";

    List<String> lines() {
        List<CallRouted> ranked =
                history.log().routing().stream()
                        .filter(RoutingEvent::hasRouted)
                        .map(RoutingEvent::getRouted)
                        .filter(routed -> !routed.getDecision().getModel().isEmpty())
                        .toList();
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Models"));
        lines.add(ReportLines.number("decisions with a ranking", ranked.size()));
        lines.addAll(counts(ranked, RankingFigures::model));
        lines.addAll(
                counts(
                        byModelFile(ranked),
                        routed ->
                                used(
                                        "ETAs corrected by ",
                                        routed.getRanking().getEtaModel(),
                                        "ETAs not corrected")));
        lines.addAll(
                counts(
                        byModelFile(ranked),
                        routed ->
                                used(
                                        "refusals by ",
                                        routed.getRanking().getRefusalModel(),
                                        "refusals not foreseen")));
        return lines;
    }

    /** Only these use models of corrections and refusals. */
    private static List<CallRouted> byModelFile(List<CallRouted> ranked) {
        return ranked.stream()
                .filter(routed -> !routed.getDecision().getModel().startsWith(NEAREST))
                .toList();
    }

    private static List<String> counts(List<CallRouted> ranked, Function<CallRouted, String> name) {
        return ReportLines.counts(ranked.stream().collect(groupingBy(name, counting())));
    }

    private static String model(CallRouted routed) {
        String model = routed.getDecision().getModel();
        RankingNotes notes = routed.getRanking();
        return notes.getFallback().isEmpty()
                ? model
                : "%s, for %s: %s"
                        .formatted(
                                model,
                                notes.getWantedModel(),
                                CallFigures.word(notes.getFallback(), ""));
    }

    private static String used(String what, String model, String without) {
        return model.isEmpty() ? without : what + model;
    }
}
