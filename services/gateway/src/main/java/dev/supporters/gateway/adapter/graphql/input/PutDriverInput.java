package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.util.List;

@Input("PutDriverInput")
@Description("Puts a profile, as a whole.")
public record PutDriverInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @NonNull @Description("The driver; at most 64 characters.") String driverId,
        @NonNull @Description("The name shown to customers; at most 100 characters.") String name,
        @NonNull @Description("Memberships in the supporters group, at most one a product.")
                List<@NonNull MembershipInput> memberships) {}
