package dev.supporters.gateway.adapter.graphql.insight;

import dev.supporters.gateway.adapter.graphql.insight.SwitchbackTypes.SwitchbackArm;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Decisions about calls as the schema shows them. */
public final class DecisionTypes {

    private DecisionTypes() {}

    @Type("CallDecisions")
    @Description("The decisions about a call.")
    public record CallDecisionsView(
            @Id @NonNull @Description("The call.") String callId,
            @NonNull @Description("The last 20 that were recorded, the oldest first.")
                    List<@NonNull DecisionView> decisions,
            @NonNull
                    @Description(
                            "The choices for all held calls in which this call took part while it was held: the last 20 that were recorded, the oldest first. Empty for a call that was not held.")
                    List<@NonNull HeldChoiceView> heldChoices) {}

    @Type("HeldChoice")
    @Description(
            "The choice for all calls that were held at a moment, as it was recorded, and as it comes out when it is made again. The supporters are chosen so that the most customers are expected to keep their drives.")
    public record HeldChoiceView(
            @NonNull @Description("When.") Instant decidedAt,
            @NonNull @Description("How many calls waited, with this one.") Integer calls,
            @NonNull @Description("How many seconds this call had waited since it was requested.")
                    Long ageSeconds,
            @NonNull @Description("The supporters who might have taken this call.")
                    List<@NonNull HeldCandidateView> candidates,
            @Id
                    @Description(
                            "The supporter who was chosen for this call; null if it went on waiting without one. It goes on waiting for one who still drives, too.")
                    String driverId,
            @NonNull
                    @Description(
                            "All calls for which somebody was chosen, the longest waiting first.")
                    List<@NonNull HeldPairView> pairs,
            @Description("What comes out when it is made again, now, from the record alone.")
                    ReplayOutcome replay,
            @NonNull @Description("What differs, a line for each; empty unless something does.")
                    List<@NonNull String> differences,
            @NonNull @Description("In plain words, in English (en) and Korean (ko).")
                    List<@NonNull ExplanationView> explanations) {}

    @Type("HeldCandidate")
    @Description("A supporter who might have taken a held call.")
    public record HeldCandidateView(
            @Id @NonNull @Description("The driver.") String driverId,
            @NonNull @Description("Estimated seconds to the customer.") Double etaSeconds,
            @NonNull @Description("Probability that the customer keeps this drive, 0 to 1.")
                    Double keepProbability,
            @NonNull @Description("Whether the driver could take the call only after a drive.")
                    Boolean stillDrives) {}

    @Type("HeldPair")
    @Description("A held call and the supporter who was chosen for it.")
    public record HeldPairView(
            @Id @NonNull @Description("The call.") String callId,
            @Id @NonNull @Description("The driver.") String driverId) {}

    @Type("Decision")
    @Description(
            "A decision about a call, as it was recorded, and as it comes out when it is taken again.")
    public record DecisionView(
            @NonNull @Description("When.") Instant decidedAt,
            @NonNull @Description("Why, like ASSIGNED or NO_SUPPORTER.") String reason,
            @Id @Description("The commanded supporter; null if nobody was commanded.")
                    String driverId,
            @Description("The region whose policy decided; null if none.") String region,
            @NonNull @Description("The version of the policy that decided; 0 if none.")
                    Long policyVersion,
            @Description("The experiment whose version decided; null if none.")
                    AppliedExperimentView experiment,
            @Description("The model that ranked, with its version, like nearest@1; null if none.")
                    String model,
            @NonNull
                    @Description(
                            "The candidates in the order in which the call was offered to them.")
                    List<@NonNull CandidateView> offered,
            @NonNull @Description("Supporters in reach to whom it was not offered; each says why.")
                    List<@NonNull CandidateView> removed,
            @NonNull
                    @Description(
                            "What models that are tried beside the one that ranked would have chosen. They decided nothing.")
                    List<@NonNull ShadowChoiceView> shadows,
            @Description("What comes out when it is taken again, now, from the record alone.")
                    ReplayOutcome replay,
            @NonNull @Description("What differs, a line for each; empty unless something does.")
                    List<@NonNull String> differences,
            @NonNull @Description("In plain words, in English (en) and Korean (ko).")
                    List<@NonNull ExplanationView> explanations) {}

    @Type("AppliedExperiment")
    @Description("The version that an experiment had for a call.")
    public record AppliedExperimentView(
            @NonNull @Description("The experiment's name.") String name,
            @Description("Which of its two versions.") SwitchbackArm arm) {}

    @Type("DecisionCandidate")
    @Description("A supporter who might have got the call.")
    public record CandidateView(
            @Id @NonNull @Description("The driver.") String driverId,
            @NonNull @Description("Estimated seconds to the customer.") Integer etaSeconds,
            @NonNull @Description("The model's score; higher is better.") Double score,
            @NonNull
                    @Description("Place in the model's ranking, from 1 on; 0 if it was not ranked.")
                    Integer rank,
            @Description(
                            "What speaks against the candidate, like TOO_FAR or SHIFT_END; null if nothing does.")
                    String filter,
            @Description(
                            "Where the driver was when it was decided; null if the record does not have it.")
                    PointView location) {}

    @Type("ShadowChoice")
    @Description("The choice of a model that is tried beside the one that ranks.")
    public record ShadowChoiceView(
            @NonNull @Description("The model, like keep@2.") String model,
            @Id @Description("Its best candidate; null if it has none.") String driverId,
            @Description("Estimated seconds to the customer; null if it has no candidate.")
                    Integer etaSeconds,
            @Description("Its score; higher is better. Null if it has no candidate.") Double score,
            @Description("Why it has no candidate, like LATE or MISSING; null if it has one.")
                    String fallback) {}

    @Type("DecisionExplanation")
    @Description("A decision in the words of one language.")
    public record ExplanationView(
            @NonNull @Description("The language: en or ko.") String language,
            @NonNull @Description("A sentence each.") List<@NonNull String> lines) {}

    @Enum("ReplayOutcome")
    @Description("What came of a decision that was taken again.")
    public enum ReplayOutcome {
        @Description("The same, bit for bit.")
        SAME,

        @Description("Something else.")
        DIFFERENT,

        @Description("An older version recorded it without its inputs.")
        WITHOUT_INPUTS
    }
}
