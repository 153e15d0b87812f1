package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
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
            @NonNull @Description("How many positions were taken.") Integer taken,
            @NonNull
                    @Description(
                            "Those that were not taken; they move nobody, and are no sign of life.")
                    List<@NonNull RejectedPositionView> rejected) {}

    @Type("RejectedPosition")
    @Description("A position that was not taken.")
    public record RejectedPositionView(
            @NonNull @Description("Its index among the reported positions, from 0.") Integer index,
            @NonNull @Description("Why.") PositionProblem problem) {}

    /** Why a position was not taken. */
    @Enum("PositionProblem")
    @Description("Why a position was not taken.")
    public enum PositionProblem {
        @Description("It is not newer than the newest one that was taken.")
        NOT_NEWER,
        @Description("Its time is more than a minute ahead of ours.")
        AHEAD,
        @Description("No vehicle can have come there since the position before.")
        JUMP,
        @Description("0/0, which a receiver says that knows no position.")
        NO_FIX,
        @Description("It is no place on earth.")
        OUT_OF_BOUNDS
    }
}
