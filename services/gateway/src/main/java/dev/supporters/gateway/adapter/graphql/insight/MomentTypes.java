package dev.supporters.gateway.adapter.graphql.insight;

import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallStatus;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DispatchState;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Nights as they were, as the schema shows them. */
public final class MomentTypes {

    private MomentTypes() {}

    @Type("NightMoment")
    @Description(
            "A night as it was at a moment, to the cell. Its times are null where nothing is known of the night.")
    public record NightMomentView(
            @Description("When its window began.") Instant beginsAt,
            @Description("When its window ends.") Instant endsAt,
            @Description("When the last thing of it happened, as far as it is known.")
                    Instant lastAt,
            @Description("Until when it is known: half a minute ago while it goes on.")
                    Instant knownUntil,
            @NonNull
                    @Description(
                            "The calls that waited, or that a driver of either path had, by their ids; at most 1,500.")
                    List<@NonNull MomentCallView> calls,
            @NonNull @Description("The supporters at work, by their ids; at most 1,500.")
                    List<@NonNull MomentSupporterView> supporters,
            @NonNull @Description("Whether there were more than are told.") Boolean cut) {}

    @Type("MomentCall")
    @Description("A call at a moment.")
    public record MomentCallView(
            @Id @NonNull @Description("The call.") String callId,
            @Description("Its state.") CallStatus state,
            @NonNull @Description("Where the customer waited.") MomentCellView cell,
            @Description("When it was requested.") Instant requestedAt,
            @Id @Description("The driver; null when there was none.") String driverId) {}

    @Type("MomentSupporter")
    @Description("A supporter at a moment.")
    public record MomentSupporterView(
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("What the supporter did.") DispatchState state,
            @Description(
                            "The last cell in which the supporter was for certain: where the shift began, a customer was met, a drive ended. Null where none is known.")
                    MomentCellView cell,
            @Id @Description("The call of the command or drive; null when there was none.")
                    String callId) {}

    @Type("MomentCell")
    @Description("A place to about a kilometre: an H3 cell of resolution 8.")
    public record MomentCellView(
            @NonNull @Description("The cell, 15 hexadecimal digits.") String cell,
            @NonNull @Description("Latitude of its middle in degrees (WGS 84).") Double lat,
            @NonNull @Description("Longitude of its middle in degrees (WGS 84).") Double lng) {}
}
