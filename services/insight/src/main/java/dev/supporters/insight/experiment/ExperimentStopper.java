package dev.supporters.insight.experiment;

/** Whoever keeps the experiments, as the guard needs it. */
public interface ExperimentStopper {

    /** Stops an experiment; one that was stopped before stays as it was. It may be asked for again. */
    void stop(RunningExperiment experiment, String reason);
}
