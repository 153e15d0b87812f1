package dev.supporters.insight.experiment;

import dev.supporters.insight.experiment.SwitchbackService.Result;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.platform.refusal.Refusal;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** Stops experiments whose treatment has lost, and says by what it was seen. What fails is tried at the next look. */
@ApplicationScoped
public class ExperimentGuard {

    private static final Logger LOG = Logger.getLogger(ExperimentGuard.class);
    private static final double POINTS = 100;

    private final RunningExperiments running;
    private final SwitchbackService readouts;
    private final NightRegions regions;
    private final ExperimentStopper stopper;
    private final Clock clock;

    ExperimentGuard(
            RunningExperiments running,
            SwitchbackService readouts,
            NightRegions regions,
            ExperimentStopper stopper,
            Clock clock) {
        this.running = running;
        this.readouts = readouts;
        this.regions = regions;
        this.stopper = stopper;
        this.clock = clock;
    }

    public void look() {
        running.all().stream().filter(this::applies).forEach(this::judge);
    }

    /**
     * After its last night there is nothing to stop; nor while another version than its control is in force, when routing switches
     * nothing.
     */
    private boolean applies(RunningExperiment experiment) {
        return regions.find(experiment.product(), experiment.region())
                .filter(terms -> terms.policyVersion() == experiment.control())
                .map(terms -> terms.window().of(experiment.lastDate()).end())
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    private void judge(RunningExperiment experiment) {
        Result result =
                readouts.read(
                        experiment.plan(),
                        experiment.product(),
                        Set.of(experiment.region()),
                        experiment.nights());
        result.stopDate().ifPresent(date -> stop(experiment, date, result));
    }

    private void stop(RunningExperiment experiment, LocalDate date, Result result) {
        try {
            stopper.stop(experiment, reason(date, result.readout().orElseThrow()));
            LOG.infof(
                    "experiment has lost {region=%s, name=%s}",
                    experiment.region(), experiment.plan().seed());
        } catch (Refusal refusal) {
            LOG.warnf(
                    "experiment could not be stopped {region=%s, name=%s, cause=%s}",
                    experiment.region(), experiment.plan().seed(), refusal.reasonName());
        }
    }

    private static String reason(LocalDate date, SwitchbackReadout readout) {
        return String.format(
                Locale.ROOT,
                "The treatment had lost after the night of %s: %.1f points, 95 %% interval %.1f to %.1f, %d blocks.",
                date,
                POINTS * readout.difference(),
                POINTS * readout.lower(),
                POINTS * readout.upper(),
                readout.blocks());
    }
}
