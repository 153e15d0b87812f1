package dev.supporters.insight.experiment;

import dev.supporters.contract.Arm;
import dev.supporters.contract.SwitchbackPlan.ArmAssignment;
import dev.supporters.contract.SwitchbackPlan.Block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls of an experiment by block and arm, while they are counted. */
public final class BlockCounts {

    private final Map<Block, Map<Arm, Tally>> blocks = new HashMap<>();

    /** Calls of one arm in one block. */
    private record Tally(long calls, long successes) {

        private static final Tally NONE = new Tally(0, 0);

        private Tally plus(Tally other) {
            return new Tally(calls + other.calls, successes + other.successes);
        }

        private double rate() {
            return (double) successes / calls;
        }
    }

    /**
     * What a block says.
     *
     * @param difference the rate of the treatment minus that of the control
     * @param weight grows with the calls of both arms, and is small where one has few
     */
    record BlockDifference(double difference, double weight) {}

    /** Adds calls, unless they fell into a wash-out. */
    public void add(ArmAssignment assignment, long calls, long successes) {
        if (assignment.counts()) {
            blocks.computeIfAbsent(assignment.block(), block -> new HashMap<>())
                    .merge(assignment.arm(), new Tally(calls, successes), Tally::plus);
        }
    }

    /** Of the blocks in which both arms have calls. */
    List<BlockDifference> differences() {
        List<BlockDifference> differences = new ArrayList<>();
        for (Map<Arm, Tally> arms : blocks.values()) {
            Tally control = arms.getOrDefault(Arm.CONTROL, Tally.NONE);
            Tally treatment = arms.getOrDefault(Arm.TREATMENT, Tally.NONE);
            if (control.calls() > 0 && treatment.calls() > 0) {
                differences.add(
                        new BlockDifference(
                                treatment.rate() - control.rate(),
                                (double) control.calls()
                                        * treatment.calls()
                                        / (control.calls() + treatment.calls())));
            }
        }
        return differences;
    }
}
