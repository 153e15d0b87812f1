package dev.supporters.call.recovery;

import dev.supporters.call.CallConfig;
import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallOrder;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.path.DispatchService;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes in the calls that went around this service while it was away: the legacy system has them from the gateway. They are then
 * registered there, and it reports what it has done with them. Taking one in twice changes nothing.
 */
@ApplicationScoped
public class CallImport {

    private static final Logger LOG = Logger.getLogger(CallImport.class);

    /** The gateway may still hand over a call that it was asked for before the last look. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final CallRepository calls;
    private final GeneralDispatcher legacy;
    private final DispatchService dispatch;
    private final Scheduler scheduler;
    private final Clock clock;
    private final CallConfig config;
    private final Counter imported;
    private final ReentrantLock looking = new ReentrantLock();
    private Optional<Instant> lookedBefore = Optional.empty();

    public CallImport(
            CallRepository calls,
            GeneralDispatcher legacy,
            DispatchService dispatch,
            Scheduler scheduler,
            Clock clock,
            CallConfig config,
            MeterRegistry meters) {
        this.calls = calls;
        this.legacy = legacy;
        this.dispatch = dispatch;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        imported = meters.counter("supporters_call_imported_total");
    }

    void start(@Observes StartupEvent started) {
        if (config.followUps()) {
            scheduler.every(config.importEvery(), this::look);
        }
    }

    /** Takes in what it finds; if the legacy system does not answer, the next look goes as far back. */
    void look() {
        looking.lock();
        try {
            Instant now = clock.instant();
            Instant since =
                    lookedBefore
                            .map(before -> before.minus(OVERLAP))
                            .orElseGet(() -> now.minus(config.importBack()));
            legacy.unregistered(since).forEach(this::take);
            lookedBefore = Optional.of(now);
        } catch (Refusal refusal) {
            LOG.infof("legacy not asked for calls cause=%s", refusal.reasonName());
        } finally {
            looking.unlock();
        }
    }

    private void take(CallOrder order) {
        if (calls.find(order.callId()).isPresent()) {
            return;
        }
        dispatch.recover(calls.create(Call.requested(order)), true);
        imported.increment();
        LOG.warnf("call taken in that went around callId=%s", order.callId());
    }
}
