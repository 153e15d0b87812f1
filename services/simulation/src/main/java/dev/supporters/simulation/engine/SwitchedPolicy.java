package dev.supporters.simulation.engine;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Position;
import dev.supporters.contract.SwitchbackPlan;

import java.util.function.Function;

/**
 * Two policies, of which the plan of an experiment says which one applies where and when, as routing asks it: by the place of a call, and
 * the time of the decision.
 *
 * @param region in which region of the experiment a place is
 */
public record SwitchedPolicy(
        DispatchSettings control,
        DispatchSettings treatment,
        SwitchbackPlan plan,
        Function<Position, String> region) {

    public SwitchedPolicy {
        requireNonNull(plan);
        requireNonNull(region);
        boolean movesAlike =
                control.moves().equals(treatment.moves())
                        && control.rests().equals(treatment.rests());
        if (!movesAlike) {
            throw new IllegalArgumentException(
                    "moves and rests of the treatment differ from those of the control (expected: the same;"
                            + " one planner sends the whole fleet)");
        }
    }
}
