package dev.supporters.journey;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;

import java.util.List;

/** Several that do something to a stand, one after the other. */
record InTurn(List<Interference> all) implements Interference {

    @Override
    public StandConfig prepare(StandConfig usual) {
        StandConfig config = usual;
        for (Interference each : all) {
            config = each.prepare(config);
        }
        return config;
    }

    @Override
    public void during(Stand stand, Night night) throws InterruptedException {
        for (Interference each : all) {
            each.during(stand, night);
        }
    }

    @Override
    public void reported(NightReport report) {
        all.forEach(each -> each.reported(report));
    }
}
