package dev.supporters.routing.ranking;

/** The recommendation function. */
public interface Ranker {

    /**
     * Ranks the candidates.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it fails or is late
     */
    Ranking rank(RankingQuestion question);
}
