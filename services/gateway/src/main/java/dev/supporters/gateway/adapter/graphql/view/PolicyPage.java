package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.util.List;

@Type("PolicyPage")
@Description("Policies.")
public record PolicyPage(
        @NonNull @Description("The policies.") List<PolicyView> policies,
        @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}
