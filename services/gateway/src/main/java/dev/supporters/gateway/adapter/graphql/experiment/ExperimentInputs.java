package dev.supporters.gateway.adapter.graphql.experiment;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.math.BigInteger;
import java.time.LocalDate;

/** What operators say of experiments. */
public final class ExperimentInputs {

    private ExperimentInputs() {}

    @Input("PutExperimentInput")
    @Description("An experiment. It cannot be changed, only stopped.")
    public record PutExperimentInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @NonNull
                    @Description(
                            "Its name, at most 100 characters, once in the region. It decides which version begins.")
                    String name,
            @NonNull @Description("The policy as it is: the newest version.")
                    BigInteger controlVersion,
            @NonNull
                    @Description(
                            "The policy as it might become: an earlier version, which differs in veto, consequence of a refusal, rollout, longest pickup, most candidates and assignment, and in nothing else.")
                    BigInteger treatmentVersion,
            @NonNull
                    @Description(
                            "How long a version applies, in minutes: 30 to 60, a multiple of 5.")
                    Integer intervalMinutes,
            @NonNull
                    @Description(
                            "How long after the begin of an interval calls do not count, in minutes: a multiple of 5, at most half of the interval.")
                    Integer washOutMinutes,
            @NonNull @Description("The business date of its first night, which has not begun.")
                    LocalDate firstDate,
            @NonNull @Description("How many nights it has: 1 to 60.") Integer nights,
            @NonNull @Description("Why it is made, at most 500 characters.") String reason,
            @NonNull
                    @Description(
                            "The version of the region's experiments that you have seen; 0 for a first one; -1 for whichever there is.")
                    BigInteger expectedVersion) {}

    @Input("StopExperimentInput")
    @Description("Ends an experiment at once.")
    public record StopExperimentInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @NonNull @Description("The experiment's name.") String name,
            @NonNull @Description("Why, at most 500 characters.") String reason) {}
}
