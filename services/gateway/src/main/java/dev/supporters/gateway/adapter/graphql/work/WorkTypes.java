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

    @Type("Work")
    @Description("One supporter's one participation on one business date.")
    public record WorkView(
            @Id @NonNull @Description("The work.") String workId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @Description("The region whose policy holds.") String region,
            @Description("The date on which the window began.") LocalDate businessDate,
            @Description("Where the work stands.") WorkState state,
            @Description("When it began.") Instant beganAt,
            @Description("When it ended; null before.") Instant endedAt,
            @Description("When the window ends.") Instant windowEndsAt,
            @NonNull @Description("Seconds rested so far, finished rests only.") Long restedSeconds,
            @Description("Why it ended; null before.") WorkEndReason endReason,
            @NonNull @Description("Grows with every change.") Long version) {}

    @Enum("WorkState")
    @Description("Where a work stands.")
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
    @Description("Why a work ended.")
    public enum WorkEndReason {
        @Description("The driver ended it.")
        DRIVER,

        @Description("The window ended.")
        WINDOW,

        @Description("The window had ended, then the drive.")
        AFTER_DRIVE,

        @Description("An operator ended it.")
        OPERATOR
    }

    @Type("WorkPayload")
    @Description("A work, as the mutation left it.")
    public record WorkPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The work.") WorkView work) {}
}
