package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.settlement.v1.Statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@Type("Statement")
@Description("What one work is paid, and why.")
public record StatementView(
        @Id @NonNull @Description("The work.") String workId,
        @Id @NonNull @Description("The driver.") String driverId,
        @Description("The product.") Product product,
        @Description("The business date.") LocalDate businessDate,
        @NonNull @Description("True once the work has ended.") Boolean settled,
        @Description("When the work began.") Instant beganAt,
        @Description("When the work ended, or until when it is computed.") Instant endedAt,
        @NonNull
                @Description(
                        "Every class with its seconds; their sum is the work's length in seconds.")
                List<ClassTimeView> classes,
        @NonNull @Description("Seconds that are paid.") Long paidSeconds,
        @NonNull @Description("Minutes that are paid: the paid seconds, rounded up once.")
                Long paidMinutes,
        @Description("Pay per hour.") MoneyView hourlyWage,
        @Description("What the paid minutes are worth, rounded up to the minor unit.")
                MoneyView earned,
        @NonNull @Description("Corrections, oldest first.") List<AdjustmentView> adjustments,
        @Description("Earned and adjustments together.") MoneyView total,
        @NonNull
                @Description(
                        "The ledger's entries, oldest first; their sums are the classes. Empty before the work has ended.")
                List<LedgerEntryView> entries) {

    public static StatementView of(Statement statement) {
        return new StatementView(
                statement.getWorkId(),
                statement.getDriverId(),
                Wire.read(Product.class, statement.getProduct(), "PRODUCT_"),
                Wire.date(statement.getBusinessDate()),
                statement.getFinal(),
                Wire.instant(statement.hasBeginTime(), statement.getBeginTime()),
                Wire.instant(statement.hasEndTime(), statement.getEndTime()),
                statement.getClassesList().stream().map(ClassTimeView::of).toList(),
                statement.getPaidSeconds(),
                statement.getPaidMinutes(),
                MoneyView.of(statement.getHourlyWage()),
                MoneyView.of(statement.getEarned()),
                statement.getAdjustmentsList().stream().map(AdjustmentView::of).toList(),
                MoneyView.of(statement.getTotal()),
                statement.getEntriesList().stream().map(LedgerEntryView::of).toList());
    }
}
