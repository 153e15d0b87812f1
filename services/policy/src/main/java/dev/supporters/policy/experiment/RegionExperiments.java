package dev.supporters.policy.experiment;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkWindow;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The experiments of a product in a region: one aggregate, so that never two of them switch policies in the same night.
 *
 * @param version 1 for the first change; each makes the next
 * @param experiments the last that was put first
 */
public record RegionExperiments(PolicyKey key, long version, List<Experiment> experiments) {

    private static final int MOST = 100;

    public RegionExperiments {
        requireNonNull(key);
        experiments = List.copyOf(experiments);
    }

    /** Before the first one. */
    static RegionExperiments none(PolicyKey key) {
        return new RegionExperiments(key, 0, List.of());
    }

    public Optional<Experiment> find(String name) {
        return experiments.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * Refused: INVALID_ARGUMENT if the name is used, or a night, or if a hundred are neither stopped nor over. Beyond a hundred the oldest of
     * the others is forgotten.
     */
    RegionExperiments with(Experiment added, WorkWindow window, long nextVersion) {
        if (find(added.name()).isPresent()) {
            throw Refusal.invalid(
                    "name", added.name(), "a name that no experiment of " + key.id() + " has");
        }
        experiments.stream()
                .filter(each -> each.stop().isEmpty() && each.meets(added))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.invalid(
                            "first_date",
                            added.plan().firstDate(),
                            "nights without another experiment; "
                                    + other.name()
                                    + " has those from "
                                    + other.plan().firstDate()
                                    + " to "
                                    + other.lastDate());
                });
        List<Experiment> all = new ArrayList<>();
        all.add(added);
        all.addAll(experiments);
        while (all.size() > MOST) {
            forgetOldest(all, window, added);
        }
        return new RegionExperiments(key, nextVersion, all);
    }

    private void forgetOldest(List<Experiment> all, WorkWindow window, Experiment added) {
        Experiment oldest =
                all.reversed().stream()
                        .filter(each -> each.isDone(window, added.putTime()))
                        .findFirst()
                        .orElseThrow(() ->
                                Refusal.invalid(
                                        "name",
                                        added.name(),
                                        "fewer than "
                                                + MOST
                                                + " experiments of "
                                                + key.id()
                                                + " that are neither stopped nor over"));
        all.remove(oldest);
    }

    /** Refused: EXPERIMENT_NOT_FOUND. Empty if it was stopped before. */
    Optional<RegionExperiments> stopped(String name, Experiment.Stop by, long nextVersion) {
        Experiment found = find(name).orElseThrow(() -> notFound(key, name));
        if (found.stop().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new RegionExperiments(
                        key,
                        nextVersion,
                        experiments.stream()
                                .map(each -> each.equals(found) ? each.stopped(by) : each)
                                .toList()));
    }

    static Refusal notFound(PolicyKey key, String name) {
        return new Refusal(
                ErrorReason.ERROR_REASON_EXPERIMENT_NOT_FOUND,
                key.id() + ": " + name,
                "an experiment that was put");
    }
}
