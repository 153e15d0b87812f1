package dev.supporters.insight.dryrun;

import dev.supporters.proto.insight.v1.DryRunFigureKind;

import java.util.List;

/**
 * What a policy would do to nights of the model.
 *
 * @param figures each kind once, in the order of the kinds
 * @param notSimulated fields of the policy that differ and that the nights do not show
 */
public record DryRun(NightSize size, List<Figure> figures, List<String> notSimulated) {

    public DryRun {
        figures = List.copyOf(figures);
        notSimulated = List.copyOf(notSimulated);
    }

    /**
     * A figure under both policies: means over the nights.
     *
     * @param difference the mean of the nights' differences, proposed minus present
     * @param halfWidth half the width of its 95 % confidence interval
     */
    public record Figure(
            DryRunFigureKind kind,
            double present,
            double proposed,
            double difference,
            double halfWidth) {}
}
