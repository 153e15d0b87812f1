package dev.supporters.player;

import java.util.Map;

/**
 * What operators did about a night, as the system tells it.
 *
 * @param decisions how often signals of abuse of the night were decided in which way; each decision counts
 * @param undecided signals on which nobody has decided
 * @param withoutEvidence signals that say nothing of what was found
 * @param incidents accidents and fines of the night's supporters that count, by kind
 * @param revoked those that do not count any more
 * @param policies versions of the policy of the night's region, by who put them
 * @param modes switches of the activity modes of the night's supporters since it began, by who did it
 * @param notices what its supporters were told of signals of the night, by the newest decision
 * @param experiments those of the night's region, by whether they were stopped
 * @param rules the rules in force that give tags
 * @param tagged how many calls, customers and drivers have each of their tags
 */
public record OperatorFigures(
        Map<String, Long> decisions,
        long undecided,
        long withoutEvidence,
        Map<String, Long> incidents,
        long revoked,
        Map<String, Long> policies,
        Map<String, Long> modes,
        Map<String, Long> notices,
        Map<String, Long> experiments,
        long rules,
        Map<String, Long> tagged) {

    /** Nothing was asked. */
    public static final OperatorFigures NONE =
            new OperatorFigures(
                    Map.of(), 0, 0, Map.of(), 0, Map.of(), Map.of(), Map.of(), Map.of(), 0,
                    Map.of());

    public OperatorFigures {
        decisions = Map.copyOf(decisions);
        incidents = Map.copyOf(incidents);
        policies = Map.copyOf(policies);
        modes = Map.copyOf(modes);
        notices = Map.copyOf(notices);
        experiments = Map.copyOf(experiments);
        tagged = Map.copyOf(tagged);
    }
}
