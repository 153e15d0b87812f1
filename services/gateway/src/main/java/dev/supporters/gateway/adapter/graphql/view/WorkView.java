package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.work.v1.Work;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;

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
        @NonNull @Description("Grows with every change.") Long version) {

    public static WorkView of(Work work) {
        return new WorkView(
                work.getWorkId(),
                work.getDriverId(),
                Wire.read(Product.class, work.getProduct(), "PRODUCT_"),
                work.getRegion(),
                Wire.date(work.getBusinessDate()),
                Wire.read(WorkState.class, work.getState(), "WORK_STATE_"),
                Wire.instant(work.hasBeginTime(), work.getBeginTime()),
                Wire.instant(work.hasEndTime(), work.getEndTime()),
                Wire.instant(work.hasWindowEndTime(), work.getWindowEndTime()),
                work.getRestedSeconds(),
                Wire.read(WorkEndReason.class, work.getEndReason(), "WORK_END_REASON_"),
                work.getVersion());
    }
}
