package dev.supporters.mlgateway.ranking;

import dev.supporters.mlgateway.MlGatewayConfig;
import dev.supporters.mlgateway.ranking.RankingModel.CandidateEstimate;
import dev.supporters.mlgateway.ranking.RankingModel.Question;
import dev.supporters.mlgateway.ranking.RankingModels.Choice;
import dev.supporters.proto.mlgateway.v1.RankFallback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Ranks by the wanted model, or by the nearest if that one can't; then asks the shadow models, within a time of their own. */
@ApplicationScoped
public class RankingService {

    private static final int SHADOW_CHOICES = 3;

    private final RankingModels models;
    private final RankingModel nearest = new NearestModel();
    private final List<String> shadows;
    private final Duration rankWithin;
    private final Duration rankManyWithin;
    private final Duration shadowsWithin;
    private final LongSupplier ticker;

    @Inject
    RankingService(RankingModels models, MlGatewayConfig config) {
        this(
                models,
                config.shadowModels().orElse(List.of()),
                config.rankWithin(),
                config.rankManyWithin(),
                config.shadowsWithin(),
                System::nanoTime);
    }

    RankingService(
            RankingModels models,
            List<String> shadows,
            Duration rankWithin,
            Duration rankManyWithin,
            Duration shadowsWithin,
            LongSupplier ticker) {
        this.models = models;
        this.shadows = List.copyOf(shadows);
        this.rankWithin = rankWithin;
        this.rankManyWithin = rankManyWithin;
        this.shadowsWithin = shadowsWithin;
        this.ticker = ticker;
    }

    /**
     * A ranking.
     *
     * @param model the model that ranked
     * @param wanted the model that was wanted
     * @param fallback why another one ranked; unspecified if it is the wanted one
     * @param arriving those who still drive
     */
    public record ModelRanking(
            List<CandidateEstimate> ranked,
            RankingModel model,
            String wanted,
            RankFallback fallback,
            List<Shadow> shadows,
            List<CandidateEstimate> arriving) {

        public ModelRanking {
            ranked = List.copyOf(ranked);
            shadows = List.copyOf(shadows);
            arriving = List.copyOf(arriving);
        }
    }

    /** A question, and the model that is wanted for it. */
    public record WantedRanking(Question question, String model) {}

    /**
     * What a shadow model would have chosen.
     *
     * @param wanted the name under which it is set
     * @param fallback why it has no choice; unspecified if it has one
     */
    public record Shadow(
            String wanted, String model, RankFallback fallback, List<CandidateEstimate> best) {

        public Shadow {
            best = List.copyOf(best);
        }

        /** Its first choice, beside that of the model that ranked. */
        public enum Compared {
            /** The same, or there was nobody to choose. */
            SAME,
            /** Somebody else. */
            DIFFERENT,
            /** It has no choice. */
            WITHOUT_CHOICE
        }

        public Compared comparedWith(List<CandidateEstimate> ranked) {
            if (fallback != RankFallback.RANK_FALLBACK_UNSPECIFIED) {
                return Compared.WITHOUT_CHOICE;
            }
            boolean same =
                    ranked.isEmpty()
                            || ranked.getFirst().driverId().equals(best.getFirst().driverId());
            return same ? Compared.SAME : Compared.DIFFERENT;
        }
    }

    private record RankAttempt(
            List<CandidateEstimate> ranked,
            List<CandidateEstimate> arriving,
            RankFallback failure) {

        static RankAttempt failed(RankFallback failure) {
            return new RankAttempt(List.of(), List.of(), failure);
        }

        boolean succeeded() {
            return failure == RankFallback.RANK_FALLBACK_UNSPECIFIED;
        }
    }

    public ModelRanking rank(Question question, String wanted) {
        return rank(question, wanted, RankDeadline.in(rankWithin, ticker), shadows);
    }

    /** A ranking for each, in their order. They have one time together, and no shadow model is asked. */
    public List<ModelRanking> rankMany(List<WantedRanking> calls) {
        RankDeadline deadline = RankDeadline.in(rankManyWithin, ticker);
        return calls.stream()
                .map(call -> rank(call.question(), call.model(), deadline, List.of()))
                .toList();
    }

    private ModelRanking rank(
            Question question, String wanted, RankDeadline deadline, List<String> beside) {
        Choice choice = models.choose(wanted, question.region());
        RankAttempt attempt = attempt(choice.model(), question, deadline);
        if (attempt.succeeded()) {
            return new ModelRanking(
                    attempt.ranked(),
                    choice.model(),
                    choice.wanted(),
                    choice.fallback(),
                    shadows(question, beside),
                    attempt.arriving());
        }
        return new ModelRanking(
                nearest.rank(question),
                nearest,
                choice.wanted(),
                attempt.failure(),
                shadows(question, beside),
                nearest.arriving(question));
    }

    private List<Shadow> shadows(Question question, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        RankDeadline deadline = RankDeadline.in(shadowsWithin, ticker);
        List<Shadow> choices = new ArrayList<>(names.size());
        for (String name : names) {
            choices.add(shadow(name, question, deadline));
        }
        return choices;
    }

    private Shadow shadow(String name, Question question, RankDeadline deadline) {
        Optional<RankingModel> model = models.find(name, question.region());
        if (model.isEmpty()) {
            return new Shadow(name, name, models.why(name, question.region()), List.of());
        }
        if (deadline.isOver()) {
            return new Shadow(name, model.get().name(), RankFallback.RANK_FALLBACK_LATE, List.of());
        }
        RankAttempt attempt = attempt(model.get(), question, deadline);
        return new Shadow(
                name,
                model.get().name(),
                attempt.failure(),
                attempt.ranked().stream().limit(SHADOW_CHOICES).toList());
    }

    private static RankAttempt attempt(
            RankingModel model, Question question, RankDeadline deadline) {
        Optional<List<CandidateEstimate>> ranked = model.rank(question, deadline);
        if (ranked.isEmpty()) {
            return RankAttempt.failed(RankFallback.RANK_FALLBACK_LATE);
        }
        List<CandidateEstimate> arriving =
                question.arriving().isEmpty() ? List.of() : model.arriving(question);
        if (!areNumbers(ranked.get()) || !areNumbers(arriving)) {
            return RankAttempt.failed(RankFallback.RANK_FALLBACK_FAILED);
        }
        return new RankAttempt(ranked.get(), arriving, RankFallback.RANK_FALLBACK_UNSPECIFIED);
    }

    private static boolean areNumbers(List<CandidateEstimate> estimates) {
        return estimates.stream().allMatch(estimate -> Double.isFinite(estimate.score()));
    }
}
