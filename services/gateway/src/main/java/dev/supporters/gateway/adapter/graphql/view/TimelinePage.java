package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.util.List;

@Type("TimelinePage")
@Description("A driver's timeline.")
public record TimelinePage(
        @NonNull @Description("Oldest first.") List<TimelineEntryView> entries,
        @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}
