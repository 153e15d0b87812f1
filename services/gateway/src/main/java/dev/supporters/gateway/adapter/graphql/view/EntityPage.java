package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.util.List;

@Type("EntityPage")
@Description("Entities with a tag.")
public record EntityPage(
        @NonNull
                @Description(
                        "In alphabetical order, like driver:1004550, call:254137 or customer:7.")
                List<String> entityIds,
        @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}
