package dev.supporters.faults.scenario;

import dev.supporters.local.Interference;
import dev.supporters.oracle.IncidentPeriod;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A scenario as it interferes with a night. */
public final class ScenarioNight implements Interference, AutoCloseable {

    private final Scenario scenario;
    private Optional<Proxies> proxies = Optional.empty();
    private volatile Optional<FaultedNight> faulted = Optional.empty();
    private Optional<NightReport> report = Optional.empty();
    private String failure = "";

    public ScenarioNight(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The last part of the window, with its end: so little time goes by that it need not go by too fast. */
    @Override
    public Instant from(Night night) {
        return scenario.pace().begin(night);
    }

    @Override
    public StandConfig prepare(StandConfig usual) {
        Proxies before = Proxies.before(usual);
        proxies = Optional.of(before);
        return scenario.stand().apply(before.lead(usual));
    }

    @Override
    public void during(Stand stand, Night night) throws InterruptedException {
        FaultedNight begun = new FaultedNight(stand, night, proxies.orElseThrow());
        faulted = Optional.of(begun);
        scenario.script().play(begun);
    }

    @Override
    public List<IncidentPeriod> outages() {
        return faulted.map(FaultedNight::outages).orElse(List.of());
    }

    @Override
    public boolean goesOn() {
        return false;
    }

    @Override
    public void reported(NightReport ended) {
        report = Optional.of(ended);
    }

    @Override
    public void failed(String why) {
        failure = why;
    }

    /** Why there is no report; empty if there is one. */
    public String failure() {
        return report.isEmpty() && failure.isEmpty() ? "the night had no report" : failure;
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
