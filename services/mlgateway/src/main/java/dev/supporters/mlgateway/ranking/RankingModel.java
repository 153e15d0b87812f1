package dev.supporters.mlgateway.ranking;

import java.util.List;

/** A model in one version. It is pure: the same question has the same answer, today and when a decision is replayed. */
public interface RankingModel {

    /** Name and version, like "nearest@1". */
    String name();

    /** All candidates, best first. */
    List<Estimate> rank(Question question);
}
