package dev.supporters.mlgateway.ranking;

import dev.supporters.contract.TimeZones;
import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.dispatch.model.EtaCorrection;
import dev.supporters.dispatch.model.KeepProbability;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelInput;
import dev.supporters.dispatch.model.RefusalProbability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * With whom the customer is most likely to keep the drive: the score is the probability that the customer keeps a drive with this ETA,
 * times the probability that the supporter does not refuse it, where a model of refusals is here. The ETA is that of
 * {@link NearestModel}, corrected where a model of corrections is here.
 */
final class KeepModel implements RankingModel {

    /** How many candidates are calculated between two looks at the deadline. */
    private static final int BATCH = 16;

    private final ModelFile file;
    private final KeepProbability keep;
    private final Optional<ModelFile> etaFile;
    private final Optional<EtaCorrection> eta;
    private final Optional<ModelFile> refusalFile;
    private final Optional<RefusalProbability> refusal;

    KeepModel(ModelFile file, Optional<ModelFile> etaFile, Optional<ModelFile> refusalFile) {
        this.file = file;
        this.etaFile = etaFile;
        this.refusalFile = refusalFile;
        keep = KeepProbability.of(file);
        eta = etaFile.map(EtaCorrection::of);
        refusal = refusalFile.map(RefusalProbability::of);
    }

    @Override
    public String name() {
        return file.model().toString();
    }

    @Override
    public String etaModel() {
        return etaFile.map(found -> found.model().toString()).orElse("");
    }

    @Override
    public String refusalModel() {
        return refusalFile.map(found -> found.model().toString()).orElse("");
    }

    @Override
    public List<CandidateEstimate> rank(Question question) {
        return rank(question, new RankDeadline(() -> 0, 0)).orElseThrow();
    }

    @Override
    public Optional<List<CandidateEstimate>> rank(Question question, RankDeadline deadline) {
        var input =
                new ModelInput(
                        0,
                        ModelInput.minutes(question.callAge()),
                        ModelInput.hoursAfterNoon(question.time(), question.zone()),
                        ModelInput.Area.of(question.origin()));
        boolean afterMidnight = TimeZones.afterMidnight(question.time(), question.zone());
        List<CandidateEstimate> estimates = new ArrayList<>(question.candidates().size());
        for (Candidate candidate : question.candidates()) {
            if (estimates.size() % BATCH == 0 && deadline.isOver()) {
                return Optional.empty();
            }
            double straight = candidate.position().metersTo(question.origin());
            double seconds = TravelWithoutCar.STANDARD.seconds(straight, afterMidnight);
            estimates.add(estimate(candidate, input.withEtaSeconds(seconds), seconds));
        }
        estimates.sort(CandidateEstimate.BEST_FIRST);
        return Optional.of(List.copyOf(estimates));
    }

    private CandidateEstimate estimate(
            Candidate candidate, ModelInput uncorrected, double seconds) {
        double corrected =
                eta.map(correction -> seconds * correction.factor(uncorrected)).orElse(seconds);
        ModelInput input = uncorrected.withEtaSeconds(corrected);
        double kept = keep.of(input);
        double accepted = 1 - refusal.map(model -> model.of(input)).orElse(0.0);
        return new CandidateEstimate(
                candidate.driverId(),
                (int) Math.ceil(corrected),
                kept * accepted,
                OptionalDouble.of(kept));
    }
}
