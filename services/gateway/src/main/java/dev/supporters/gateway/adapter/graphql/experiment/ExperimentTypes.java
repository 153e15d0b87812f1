package dev.supporters.gateway.adapter.graphql.experiment;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Stored experiments as the schema shows them. */
public final class ExperimentTypes {

    private ExperimentTypes() {}

    @Type("ExperimentPage")
    @Description("Experiments by region.")
    public record ExperimentPage(
            @NonNull @Description("By product and region.")
                    List<@NonNull RegionExperimentsView> regions,
            @NonNull @Description("The page.") PageInfo pageInfo) {}

    @Type("RegionExperiments")
    @Description("The experiments of a product in a region.")
    public record RegionExperimentsView(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @NonNull @Description("Grows with each change of one of them.") Long version,
            @NonNull @Description("The last that was put first; at most 100.")
                    List<@NonNull ExperimentView> experiments) {}

    @Type("Experiment")
    @Description(
            "An experiment that switches between two versions of a region's policy: within an interval of a night one of them applies to all calls.")
    public record ExperimentView(
            @NonNull @Description("Its name, once in the region. It decides which version begins.")
                    String name,
            @NonNull
                    @Description(
                            "The policy as it is. As soon as another version is in force, the experiment changes nothing any more.")
                    Long controlVersion,
            @NonNull @Description("The policy as it might become.") Long treatmentVersion,
            @NonNull @Description("How long a version applies, in minutes.")
                    Integer intervalMinutes,
            @NonNull
                    @Description(
                            "How long after the begin of an interval calls do not count, in minutes.")
                    Integer washOutMinutes,
            @NonNull @Description("The business date of its first night.") LocalDate firstDate,
            @NonNull @Description("How many nights it has.") Integer nights,
            @NonNull @Description("Why it was made.") String reason,
            @NonNull @Description("When it was put.") Instant putAt,
            @NonNull @Description("Who put it.") String putBy,
            @Description("Its stop before its last night; null if it was not stopped.")
                    ExperimentStopView stop) {}

    @Type("ExperimentStop")
    @Description("How an experiment was stopped.")
    public record ExperimentStopView(
            @NonNull @Description("When.") Instant at,
            @NonNull
                    @Description(
                            "Who stopped it: an operator, or the guard that finds a treatment that loses.")
                    String stoppedBy,
            @NonNull @Description("Why.") String reason) {}

    @Type("ExperimentPayload")
    @Description("What became of a region's experiments.")
    public record ExperimentPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("As they stand.") RegionExperimentsView experiments) {}
}
