package dev.supporters.tagging.rule;

import static java.util.Objects.requireNonNull;

/**
 * Who takes a rule away that makes calls fit has a turn: one after the other, so that the last two are not taken away in the same moment.
 *
 * @param number counts the turns, from 1
 * @param rule which rule is taken away in it
 */
public record FitRuleTurn(long number, String rule) {

    public FitRuleTurn {
        requireNonNull(rule);
    }
}
