package dev.supporters.gateway.adapter.graphql.work;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;

/** Shifts as the schema shows them. */
public final class WorkTypes {

    private WorkTypes() {}

    @Type("WorkStatus")
    @Description("A shift: one supporter's participation on one business date.")
    public record WorkView(
            @Id @NonNull @Description("The shift.") String workId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @Description("How the driver works.") WorkType workType,
            @Description("The region whose policy applies.") String region,
            @Description("The date on which the window began.") LocalDate businessDate,
            @Description("The state of the shift.") WorkState state,
            @Description("When it began.") Instant beganAt,
            @Description("When it ended; null before.") Instant endedAt,
            @Description("When the window ends.") Instant windowEndsAt,
            @NonNull @Description("Seconds rested so far, finished rests only.") Long restedSeconds,
            @Description("Why it ended; null before.") WorkEndReason endReason,
            @NonNull @Description("Grows with every change.") Long version,
            @Id @Description("The zone in which it began; null if the region applied.")
                    String zoneId,
            @Id @Description("The H3 cell in which it began; null if the region applied.")
                    String zoneCell,
            @Description(
                            "Why the region applied when it began, like \"no_forecast\"; null if zones applied.")
                    String regionReason,
            @Description("Who or what wants the rest; null unless it is resting.")
                    WorkRestCause restCause) {}

    @Enum("WorkRestCause")
    @Description("Who or what wants a rest.")
    public enum WorkRestCause {
        @Description("The driver took it, and ends it.")
        DRIVER,

        @Description("The driver's activity mode is OFF; the rest ends when it is ON again.")
        ACTIVITY_MODE
    }

    @Enum("WorkType")
    @Description("How a driver works, and so is paid.")
    public enum WorkType {
        @Description("For the whole window, paid by the hour.")
        HOURLY
    }

    @Enum("WorkState")
    @Description("The state of a shift.")
    public enum WorkState {
        @Description("At work.")
        WORKING,

        @Description("Resting.")
        RESTING,

        @Description("The window is over; ends when the drive ends.")
        ENDING,

        @Description("Over.")
        ENDED
    }

    @Enum("WorkEndReason")
    @Description("Why a shift ended.")
    public enum WorkEndReason {
        @Description("The driver ended it.")
        DRIVER,

        @Description("The window ended.")
        WINDOW,

        @Description("The window had ended, then the drive.")
        AFTER_DRIVE,

        @Description("An operator ended it.")
        OPERATOR,

        @Description("The driver was removed from the supporters group.")
        REMOVED
    }

    @Type("WorkPayload")
    @Description("A shift, as the mutation left it.")
    public record WorkPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The shift.") WorkView work) {}
}
