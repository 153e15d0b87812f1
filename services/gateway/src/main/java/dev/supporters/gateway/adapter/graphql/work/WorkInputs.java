package dev.supporters.gateway.adapter.graphql.work;

import dev.supporters.gateway.adapter.graphql.common.CommonInputs.PointInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.AppPlatform;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkType;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.time.Instant;
import java.time.LocalDate;

/** How drivers begin and change their shifts. */
public final class WorkInputs {

    private WorkInputs() {}

    @Input("BeginWorkInput")
    @Description("Begins the shift of this business date.")
    public record BeginWorkInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @DefaultValue("HOURLY") @Description("How the driver wants to work.") WorkType workType,
            @NonNull @Description("Where the driver is.") PointInput location,
            @NonNull @Description("The app's platform.") AppPlatform appPlatform,
            @NonNull @Description("The app's version, like 5.2.0; at most 40 characters.")
                    String appVersion) {}

    @Input("EndWorkByOperatorInput")
    @Description("Ends a shift whose window is over and whose drive nobody completes.")
    public record EndWorkByOperatorInput(
            @NonNull @Description(SchemaDescriptions.REQUIRED_CLIENT_MUTATION_ID)
                    String clientMutationId,
            @Id @NonNull @Description("The driver.") String driverId,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull
                    @Description(
                            "When the drive ended, as far as you could find out: from the window's end on, not in the future. Paid until then.")
                    Instant endedAt,
            @NonNull @Description("Why; 1 to 500 characters.") String reason) {}

    @Input("WorkInput")
    @Description("Whose shift, of which product.")
    public record WorkInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @DefaultValue("DRIVER") @Description("The product.") Product product) {}
}
