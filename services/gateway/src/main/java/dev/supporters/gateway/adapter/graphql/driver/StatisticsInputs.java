package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.IncidentKind;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.time.LocalDate;

/** How drives are rated, and incidents entered. */
public final class StatisticsInputs {

    private StatisticsInputs() {}

    @Input("RateDriveInput")
    @Description("Rates a completed drive.")
    public record RateDriveInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The call.") String callId,
            @NonNull @Description("1 (bad) to 5 (very good).") Integer stars) {}

    @Input("RecordIncidentInput")
    @Description("Enters an accident or a fine.")
    public record RecordIncidentInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The driver; at most 64 characters.") String driverId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("What it was.") IncidentKind kind,
            @NonNull @Description("On which date; within the last four weeks.") LocalDate date,
            @NonNull @Description("What is known of it; 1 to 1000 characters.") String note) {}

    @Input("RevokeIncidentInput")
    @Description("Revokes an incident that was entered by mistake.")
    public record RevokeIncidentInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The incident.") String incidentId,
            @NonNull @Description("Why; 1 to 1000 characters.") String reason) {}
}
