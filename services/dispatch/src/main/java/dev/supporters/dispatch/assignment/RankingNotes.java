package dev.supporters.dispatch.assignment;

import java.util.List;

/**
 * What the ranking function says about a ranking. It decides nothing.
 *
 * @param wantedModel the model that should have ranked; empty if that is not known
 * @param fallback why it did not, like "LATE"; empty if it did
 * @param etaModel the model by which ETAs were corrected; empty if none did
 * @param refusalModel the model of refusals that the scores contain; empty if none
 * @param shadows what other models would have chosen
 */
public record RankingNotes(
        String wantedModel,
        String fallback,
        String etaModel,
        String refusalModel,
        List<ShadowChoice> shadows) {

    public static final RankingNotes NONE = new RankingNotes("", "", "", "", List.of());

    public RankingNotes {
        shadows = List.copyOf(shadows);
    }

    /**
     * The choice of a model that is tried beside the one that ranks.
     *
     * @param driverId its best candidate; empty if it has none
     * @param fallback why it has none, like "MISSING"; empty if it has one
     */
    public record ShadowChoice(
            String model, String driverId, int etaSeconds, double score, String fallback) {}
}
