package dev.supporters.insight.dryrun;

import static java.util.Objects.requireNonNull;

import dev.supporters.insight.dryrun.PlayedPair.Played;
import dev.supporters.proto.insight.v1.DryRunCalls;
import dev.supporters.proto.insight.v1.LeftOutReason;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.RecordedNight;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.PastNights;
import dev.supporters.simulation.engine.SupporterNight;
import dev.supporters.simulation.figures.NightFigures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * A night that is played under any number of policies with the same people and chances, which follow from the seed.
 *
 * @param calls whose its calls are
 * @param leftOut how many calls it would have had besides, by reason
 * @param nights its calls by seed
 * @param past what the decisions know of other nights
 */
record NightToPlay(
        DryRunCalls calls,
        NightSize size,
        Map<LeftOutReason, Long> leftOut,
        NightParameters parameters,
        LongFunction<Night> nights,
        PastNights past) {

    /** A Friday; the night model knows no weekdays. */
    private static final LocalDate DATE = LocalDate.of(2026, 11, 27);

    NightToPlay {
        requireNonNull(calls);
        requireNonNull(size);
        leftOut = Map.copyOf(leftOut);
        requireNonNull(parameters);
        requireNonNull(nights);
        requireNonNull(past);
    }

    /** Each seed is another night of the model. */
    static NightToPlay ofModel(NightSize size) {
        NightParameters parameters = NightParameters.defaults().withCalls(size.calls());
        return new NightToPlay(
                DryRunCalls.DRY_RUN_CALLS_MODEL,
                size,
                Map.of(),
                parameters,
                seed -> SeoulNight.of(DATE, parameters, seed),
                PastNights.ofSeoul(parameters, DATE));
    }

    /**
     * The same calls for each seed; what is not known of them differs.
     *
     * @param before nights of the region before it
     */
    static NightToPlay of(
            NightSize size,
            Map<LeftOutReason, Long> leftOut,
            RecordedNight night,
            List<RecordedNight> before) {
        NightParameters parameters = NightParameters.defaults();
        String name = size.businessDate().orElseThrow().toString();
        return new NightToPlay(
                DryRunCalls.DRY_RUN_CALLS_NIGHT,
                size,
                leftOut,
                parameters,
                seed -> night.night(name, parameters, seed),
                PastNights.of(
                        before.stream().map(one -> one.night("before", parameters, 0)).toList(),
                        night.night(name, parameters, 0)));
    }

    PlayedPair play(long seed, Policy present, Policy proposed) {
        return new PlayedPair(play(seed, present), play(seed, proposed));
    }

    private Played play(long seed, Policy policy) {
        NightModel model = new NightModel(nights.apply(seed), parameters, seed, size.supporters());
        NightFigures figures =
                NightFigures.of(
                        SupporterNight.play(
                                model, SimulatedTerms.settings(policy, size.share()), past));
        return new Played(figures, policy.getHourlyWage().getAmount());
    }
}
