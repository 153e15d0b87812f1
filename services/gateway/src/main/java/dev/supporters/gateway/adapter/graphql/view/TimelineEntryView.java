package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.activity.v1.TimelineEntry;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

@Type("TimelineEntry")
@Description("One thing that a driver did.")
public record TimelineEntryView(
        @Description("When.") Instant at,
        @NonNull
                @Description(
                        "What: WORK_BEGUN, WORK_RESTED, CALL_COMMANDED, CALL_ACCEPTED, UNREACHABLE and so on.")
                String action,
        @Id @Description("The call; null if none.") String callId) {

    public static TimelineEntryView of(TimelineEntry entry) {
        return new TimelineEntryView(
                Wire.instant(entry.hasEventTime(), entry.getEventTime()),
                entry.getAction(),
                Wire.text(entry.getCallId()));
    }
}
