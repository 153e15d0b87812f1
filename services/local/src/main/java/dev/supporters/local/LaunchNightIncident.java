package dev.supporters.local;

import dev.supporters.oracle.IncidentPeriod;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.proxy.Fault;
import dev.supporters.stand.proxy.FaultProxy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The launch night of 2019: in its busiest hour tagging answers late, and nothing else is wrong. Whoever watches the night finds out which
 * part it is.
 */
public final class LaunchNightIncident implements Interference, AutoCloseable {

    /** The part that is slow. */
    public static final ServiceSpec SLOW_SERVICE = ServiceSpec.named("tagging");

    /** How late it answers, in real time: no caller waits for so long. */
    public static final Duration LATE_BY = Duration.ofSeconds(3);

    /** When it begins, by the clock of the night. */
    public static final LocalTime BEGIN = LocalTime.of(23, 20);

    /** How long it lasts, by the clock of the night. */
    public static final Duration LENGTH = Duration.ofMinutes(60);

    private static final String SLOW = "tagging answered " + LATE_BY.toSeconds() + " s late";

    private final Consumer<String> say;
    private Optional<FaultProxy> proxy = Optional.empty();

    LaunchNightIncident(Consumer<String> say) {
        this.say = say;
    }

    @Override
    public StandConfig prepare(StandConfig usual) {
        FaultProxy before = FaultProxy.to(usual.ports().of(SLOW_SERVICE));
        proxy = Optional.of(before);
        Map<String, String> led = Map.of("SUPPORTERS_TAGGING_PORT", String.valueOf(before.port()));
        StandConfig config = usual;
        for (ServiceSpec service : ServiceSpec.ALL) {
            config = config.with(service, led);
        }
        return config;
    }

    @Override
    public void during(Stand stand, Night night) throws InterruptedException {
        IncidentPeriod period = period(night);
        String end = LocalTime.ofInstant(period.end(), night.zone()).toString();
        stand.awaitTime(period.begin());
        set(new Fault.Slow(LATE_BY));
        say.accept(
                BEGIN
                        + " the incident begins: a part is slow until "
                        + end
                        + "; the page Services of the console says which one");
        stand.awaitTime(period.end());
        set(new Fault.None());
        say.accept(
                end + " the incident is over: it was tagging, " + LATE_BY.toSeconds() + " s late");
    }

    private void set(Fault fault) {
        proxy.orElseThrow().set(fault);
    }

    @Override
    public Optional<IncidentPeriod> incident(Night night) {
        return Optional.of(period(night));
    }

    private static IncidentPeriod period(Night night) {
        Instant begin = night.businessDate().atTime(BEGIN).atZone(night.zone()).toInstant();
        return new IncidentPeriod(SLOW, begin, begin.plus(LENGTH));
    }

    @Override
    public void close() {
        proxy.ifPresent(FaultProxy::close);
    }
}
