package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ReportLocationPayload")
@Description("What was taken of the reported positions.")
public record ReportLocationPayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("How many were newer than all before.") Integer taken) {}
