package dev.supporters.simulation.engine;

import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryTrainer;
import dev.supporters.dispatch.forecast.DemandHistoryTrainer.PastCall;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.RandomStreams;
import dev.supporters.simulation.SeoulNight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the decisions know from other nights: where and when calls are to be expected. */
public record PastNights(DemandPlaces places) {

    private static final int NIGHTS = 60;
    private static final String REGION = "simulation";
    private static final String PRODUCT = "DRIVER";

    /** Seeds of their own, drawn from this one: no seed that anybody types is among them. */
    private static final RandomStreams SEEDS = new RandomStreams(0x50617374L);

    /** Synthetic nights of Seoul before a date. */
    public static PastNights ofSeoul(NightParameters parameters, LocalDate before) {
        List<Night> nights = new ArrayList<>();
        for (int back = NIGHTS; back >= 1; back--) {
            long seed = SEEDS.of("past night", back).nextLong();
            nights.add(SeoulNight.of(before.minusDays(back), parameters, seed));
        }
        return of(nights, nights.getFirst());
    }

    /**
     * Other nights, whatever their dates.
     *
     * @param nights none: then no demand is expected anywhere
     * @param tonight whose window counts
     */
    public static PastNights of(List<Night> nights, Night tonight) {
        WorkWindow window = new WorkWindow(tonight.zone(), Night.WINDOW_BEGIN, Night.WINDOW_LENGTH);
        DemandHistoryTrainer trainer = new DemandHistoryTrainer(window);
        for (Night night : nights) {
            trainer.learn(
                    night.businessDate(),
                    night.calls().stream()
                            .map(call -> new PastCall(call.requestedAt(), call.origin()))
                            .toList());
        }
        if (nights.isEmpty()) {
            trainer.learn(tonight.businessDate().minusDays(1), List.of());
        }
        DemandHistory history = trainer.history(REGION, PRODUCT);
        return new PastNights(new DemandPlaces(history));
    }
}
