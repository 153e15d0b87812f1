package dev.supporters.call.recovery;

import dev.supporters.call.CallConfig;
import dev.supporters.call.general.LegacySystem;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Calls;
import dev.supporters.call.path.PathFinder;
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
 * a call that so many sweeps in a row show unchanged is left alone by everybody.
 */
@ApplicationScoped
public class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class);
    private static final int SWEEPS = 5;
    private static final int LIMIT = 500;

    private final Calls calls;
    private final PathFinder paths;
    private final LegacySystem legacy;
    private final Scheduler scheduler;
    private final CallConfig config;
    private Map<String, Sighting> seen = Map.of();

    public Recovery(
            Calls calls,
            PathFinder paths,
            LegacySystem legacy,
            Scheduler scheduler,
            CallConfig config) {
        this.calls = calls;
        this.paths = paths;
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
        Map<String, Sighting> now = new HashMap<>();
        for (Versioned<Call> call : calls.requested(LIMIT)) {
            Sighting sighting = Sighting.after(seen.get(call.id()), call.version());
            now.put(call.id(), sighting);
            if (sighting.times() > SWEEPS) {
                recover(call);
            }
        }
        seen = now;
    }

    private void recover(Versioned<Call> call) {
        Versioned<Call> after = paths.recover(call, knownToLegacy(call.id()));
        LOG.warnf("call recovered callId=%s path=%s", call.id(), after.value().path());
    }

    private boolean knownToLegacy(String callId) {
        try {
            return legacy.knows(callId);
        } catch (Refusal refusal) {
            LOG.infof("legacy not asked callId=%s cause=%s", callId, refusal.reasonName());
            return false;
        }
    }

    /** How often in a row a call was seen at a version. */
    private record Sighting(long version, int times) {

        static Sighting after(Sighting before, long version) {
            boolean again = before != null && before.version == version;
            return new Sighting(version, again ? before.times + 1 : 1);
        }
    }
}
