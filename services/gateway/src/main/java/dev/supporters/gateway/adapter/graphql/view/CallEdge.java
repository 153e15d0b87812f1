package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("CallEdge")
@Description("A call in a list.")
public record CallEdge(
        @NonNull @Description("To be given as after, for the calls after this one.") String cursor,
        @NonNull @Description("The call.") CallView node) {}
