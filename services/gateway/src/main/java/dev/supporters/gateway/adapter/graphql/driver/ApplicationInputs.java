package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes.ReviewDecision;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** How drivers join and leave the supporters group. */
public final class ApplicationInputs {

    private ApplicationInputs() {}

    @Input("ApplyToGroupInput")
    @Description("Applies to the supporters group.")
    public record ApplyToGroupInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The region whose policy applies; at most 40 characters.")
                    String region,
            @Description("What the driver says; at most 1000 characters.") String text) {}

    @Input("SupplementApplicationInput")
    @Description("Answers what an operator has asked.")
    public record SupplementApplicationInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The application.") String applicationId,
            @NonNull @Description("The answer; 1 to 1000 characters.") String text) {}

    @Input("WithdrawApplicationInput")
    @Description("Takes an application back.")
    public record WithdrawApplicationInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The application.") String applicationId) {}

    @Input("ReviewApplicationInput")
    @Description("Reviews an application.")
    public record ReviewApplicationInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The application.") String applicationId,
            @NonNull @Description("What the operator decides.") ReviewDecision decision,
            @Description(
                            "The reason of a rejection, or what is asked: 1 to 1000 characters. May be left out if it is approved.")
                    String text) {}

    @Input("LeaveGroupInput")
    @Description("Leaves the supporters group.")
    public record LeaveGroupInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @Description("Why; at most 1000 characters.") String text) {}
}
