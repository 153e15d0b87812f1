package dev.supporters.insight.dryrun;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.insight.v1.DryRunCalls;
import dev.supporters.proto.insight.v1.DryRunFigureKind;
import dev.supporters.proto.insight.v1.LeftOutReason;

import java.util.List;
import java.util.Map;

/**
 * What a policy would do.
 *
 * @param calls whose calls were played
 * @param leftOut how many calls of the night were not played, by reason
 * @param figures each kind once, in the order of the kinds
 * @param notSimulated fields of the policy that differ and that the nights do not show
 */
public record DryRun(
        DryRunCalls calls,
        NightSize size,
        Map<LeftOutReason, Long> leftOut,
        List<Figure> figures,
        List<String> notSimulated) {

    public DryRun {
        requireNonNull(calls);
        requireNonNull(size);
        leftOut = Map.copyOf(leftOut);
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
