package dev.supporters.faults.scenario;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A scenario as it interferes with a night. */
public final class ScenarioNight implements Interference, AutoCloseable {

    private static final Duration FIRST_HALF = Night.WINDOW_LENGTH.dividedBy(2);

    private final Scenario scenario;
    private Optional<Proxies> proxies = Optional.empty();
    private Optional<NightReport> report = Optional.empty();

    public ScenarioNight(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The second half of the window, with its end: so little time goes by that it need not go by too fast. */
    @Override
    public Instant from(Night night) {
        return night.windowBegin().plus(FIRST_HALF);
    }

    @Override
    public StandConfig prepare(StandConfig usual) {
        Proxies before = Proxies.before(usual);
        proxies = Optional.of(before);
        return scenario.stand().apply(before.lead(usual));
    }

    @Override
    public void during(Stand stand, Night night) throws InterruptedException {
        scenario.script().play(new FaultedNight(stand, night, proxies.orElseThrow()));
    }

    @Override
    public boolean goesOn() {
        return false;
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
