package dev.supporters.faults.scenario;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;

import java.util.Optional;

/** A scenario as it interferes with a night. */
public final class ScenarioNight implements Interference, AutoCloseable {

    private final Scenario scenario;
    private double rate;
    private Optional<Proxies> proxies = Optional.empty();
    private Optional<NightReport> report = Optional.empty();

    public ScenarioNight(Scenario scenario) {
        this.scenario = scenario;
    }

    @Override
    public StandConfig prepare(StandConfig usual) {
        rate = usual.rate();
        Proxies before = Proxies.before(usual);
        proxies = Optional.of(before);
        return before.lead(usual);
    }

    @Override
    public void during(Stand stand, Night night) throws InterruptedException {
        scenario.script().play(new FaultedNight(stand, night, rate, proxies.orElseThrow()));
    }

    @Override
    public void reported(NightReport ended) {
        report = Optional.of(ended);
    }

    /** What the night's report says; empty if there is none. */
    public Optional<NightReport> report() {
        return report;
    }

    @Override
    public void close() {
        proxies.ifPresent(Proxies::close);
    }
}
