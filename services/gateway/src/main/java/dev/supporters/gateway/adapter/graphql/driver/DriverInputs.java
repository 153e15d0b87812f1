package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.ActivityMode;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.util.List;

/** How profiles and activity modes are put. */
public final class DriverInputs {

    private DriverInputs() {}

    @Input("PutDriverInput")
    @Description("Puts a profile, as a whole.")
    public record PutDriverInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The driver; at most 64 characters.") String driverId,
            @NonNull @Description("The name shown to customers; at most 100 characters.")
                    String name,
            @NonNull @Description("Memberships in the supporters group, at most one a product.")
                    List<@NonNull MembershipInput> memberships,
            @Description(
                            "Why; at most 1000 characters. It is kept as the text of a membership that"
                                    + " comes or goes, and the driver sees it there.")
                    String reason) {}

    @Input("MembershipInput")
    @Description("A driver's membership in the supporters group.")
    public record MembershipInput(
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The region whose policy applies; at most 40 characters.")
                    String region,
            @NonNull
                    @Description(
                            "Whether the driver takes part at present; not ON while suspended.")
                    ActivityMode activityMode) {}

    @Input("SetActivityModeInput")
    @Description("Switches a member's activity mode.")
    public record SetActivityModeInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The new mode.") ActivityMode mode) {}
}
