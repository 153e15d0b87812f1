package dev.supporters.call.recovery;

import dev.supporters.call.CallConfig;
import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.path.DispatchService;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds calls that a crash left without a path. Their age is counted in sweeps, not by the clock, which may run faster than time:
 * nobody works any more on a call that so many sweeps in a row show unchanged.
 */
@ApplicationScoped
public class CallRecovery {

    private static final Logger LOG = Logger.getLogger(CallRecovery.class);
    private static final int SWEEPS = 5;
    private static final int LIMIT = 500;

    private final CallRepository calls;
    private final DispatchService dispatch;
    private final GeneralDispatcher legacy;
    private final Scheduler scheduler;
    private final CallConfig config;
    private Map<CallId, SeenVersion> seen = Map.of();

    public CallRecovery(
            CallRepository calls,
            DispatchService dispatch,
            GeneralDispatcher legacy,
            Scheduler scheduler,
            CallConfig config) {
        this.calls = calls;
        this.dispatch = dispatch;
        this.legacy = legacy;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.recovery()) {
            scheduler.every(config.recoverAfter().dividedBy(SWEEPS), this::sweep);
        }
    }

    synchronized void sweep() {
        Map<CallId, SeenVersion> now = new HashMap<>();
        for (Versioned<Call> call : calls.requested(LIMIT)) {
            CallId callId = call.value().id();
            SeenVersion observation = SeenVersion.after(seen.get(callId), call.version());
            now.put(callId, observation);
            if (observation.times() > SWEEPS) {
                recover(call);
            }
        }
        seen = now;
    }

    private void recover(Versioned<Call> call) {
        Versioned<Call> after = dispatch.recover(call, knownToLegacy(call.value().id()));
        LOG.warnf("call recovered callId=%s path=%s", call.id(), after.value().path());
    }

    private boolean knownToLegacy(CallId callId) {
        try {
            return legacy.knows(callId);
        } catch (Refusal refusal) {
            LOG.infof("legacy not asked callId=%s cause=%s", callId, refusal.reasonName());
            return false;
        }
    }

    /** How often in a row a call was seen at a version. */
    private record SeenVersion(long version, int times) {

        static SeenVersion after(SeenVersion before, long version) {
            boolean again = before != null && before.version == version;
            return new SeenVersion(version, again ? before.times + 1 : 1);
        }
    }
}
