package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** A driver's timeline as the schema shows it. */
public final class ActivityTypes {

    private ActivityTypes() {}

    @Type("TimelineEntry")
    @Description("One thing that a driver did.")
    public record TimelineEntryView(
            @Description("When.") Instant at,
            @NonNull
                    @Description(
                            "What: WORK_BEGUN, WORK_RESTED, CALL_COMMANDED, CALL_ACCEPTED, UNREACHABLE and so on.")
                    String action,
            @Id @Description("The call; null if none.") String callId) {}

    @Type("TimelinePage")
    @Description("A driver's timeline.")
    public record TimelinePage(
            @NonNull @Description("Oldest first.") List<TimelineEntryView> entries,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}

    @Type("ReportLocationPayload")
    @Description("What was taken of the reported positions.")
    public record ReportLocationPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("How many positions were newer than all before.")
                    Integer taken) {}
}
