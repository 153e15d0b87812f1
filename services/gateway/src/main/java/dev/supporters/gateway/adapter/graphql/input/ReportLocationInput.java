package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.util.List;

@Input("ReportLocationInput")
@Description("Reports positions of a driver.")
public record ReportLocationInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @Description(Words.DRIVER) String driverId,
        @NonNull @Description("Oldest first: 1 to 100.") List<@NonNull PositionInput> positions) {}
