package dev.supporters.player;

import java.util.List;
import java.util.Map;

/**
 * What the system says, when the night is over, of what people did beside driving. Nothing in it is what people meant to do; only who
 * really cheated is known from the people themselves.
 *
 * @param applications how many applications of the night's drivers are in which state
 * @param ratings how many drives of the night's supporters have stars
 * @param stars their average; 0 if there are none
 * @param disputes how many disputes about the night are in which state
 * @param granted what their answers granted, in the minor unit
 * @param currency of what was granted; empty if nothing was
 * @param signals signals of abuse of the night, by kind
 * @param operators what operators did
 */
public record PeopleFigures(
        Map<String, Long> applications,
        long ratings,
        double stars,
        Map<String, Long> disputes,
        long granted,
        String currency,
        List<FoundCheaters> signals,
        OperatorFigures operators) {

    /** Nothing was asked. */
    public static final PeopleFigures NONE =
            new PeopleFigures(Map.of(), 0, 0, Map.of(), 0, "", List.of(), OperatorFigures.NONE);

    public PeopleFigures {
        applications = Map.copyOf(applications);
        disputes = Map.copyOf(disputes);
        signals = List.copyOf(signals);
    }

    /**
     * The signals of a kind, against who really cheated in this way.
     *
     * @param kind of the signals, as the system names it
     * @param cheaters supporters who did it
     * @param found how many of them have a signal
     * @param others supporters with a signal who did not do it
     */
    public record FoundCheaters(String kind, int cheaters, int found, int others) {}
}
