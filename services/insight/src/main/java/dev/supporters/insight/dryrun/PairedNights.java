package dev.supporters.insight.dryrun;

import dev.supporters.insight.dryrun.PlayedPair.Played;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.PastNights;
import dev.supporters.simulation.engine.SupporterNight;
import dev.supporters.simulation.figures.NightFigures;

import java.time.LocalDate;

/** Nights of the model, each of which is played under any number of policies with the same people and chances. */
final class PairedNights {

    /** A Friday; the night model knows no weekdays. */
    private static final LocalDate DATE = LocalDate.of(2026, 11, 27);

    private final NightParameters parameters;
    private final int supporters;
    private final PastNights past;

    PairedNights(NightSize size) {
        parameters = NightParameters.defaults().withCalls(size.calls());
        supporters = size.supporters();
        past = PastNights.ofSeoul(parameters, DATE);
    }

    PlayedPair play(long seed, Policy present, Policy proposed) {
        return new PlayedPair(play(seed, present), play(seed, proposed));
    }

    private Played play(long seed, Policy policy) {
        NightModel model =
                new NightModel(SeoulNight.of(DATE, parameters, seed), parameters, seed, supporters);
        NightFigures figures =
                NightFigures.of(SupporterNight.play(model, SimulatedTerms.settings(policy), past));
        return new Played(figures, policy.getHourlyWage().getAmount());
    }
}
