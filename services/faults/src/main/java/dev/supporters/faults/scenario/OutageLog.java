package dev.supporters.faults.scenario;

import dev.supporters.oracle.IncidentPeriod;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When a call could not be handed over to general dispatch, because a script had taken from the stand what that needs: `call`, the legacy
 * stand-in, the store, the broker; or while many processes started together, which takes the machine from the others.
 */
final class OutageLog {

    private final Supplier<Instant> clock;
    private final List<OpenOutage> outages = new ArrayList<>();

    OutageLog(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** From now on, until it is ended. */
    synchronized OpenOutage begin(String what) {
        OpenOutage outage = new OpenOutage(what, clock.get());
        outages.add(outage);
        return outage;
    }

    /** One that has not ended lasts until now. */
    synchronized List<IncidentPeriod> periods() {
        return outages.stream().flatMap(outage -> outage.period().stream()).toList();
    }

    /** One of them. */
    final class OpenOutage {

        private final String what;
        private final Instant begin;
        private Optional<Instant> end = Optional.empty();

        private OpenOutage(String what, Instant begin) {
            this.what = what;
            this.begin = begin;
        }

        void end() {
            synchronized (OutageLog.this) {
                end = Optional.of(clock.get());
            }
        }

        private Optional<IncidentPeriod> period() {
            Instant until = end.orElseGet(clock);
            return begin.isBefore(until)
                    ? Optional.of(new IncidentPeriod(what, begin, until))
                    : Optional.empty();
        }
    }
}
