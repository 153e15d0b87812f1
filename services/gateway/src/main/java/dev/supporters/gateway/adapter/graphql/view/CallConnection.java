package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.util.List;

@Type("CallConnection")
@Description("Calls, newest first.")
public record CallConnection(
        @NonNull @Description("The calls with their cursors.") List<CallEdge> edges,
        @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}
