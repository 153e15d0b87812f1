package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.ClassTimeView;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.PaymentState;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.TimeClass;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Months, and minutes, of statements in the schema. */
public final class MonthTypes {

    private MonthTypes() {}

    @Type("MonthStatement")
    @Description(
            "A month of a driver. A shift belongs to the month of its business date, which the"
                    + " policy's time zone decides.")
    public record MonthView(
            @Id @NonNull @Description("The driver.") String driverId,
            @NonNull @Description("The month, like 2026-11.") String month,
            @NonNull @Description("One for each shift, by business date.")
                    List<@NonNull MonthDayView> days,
            @NonNull @Description("What the days come to, for each currency; empty without shifts.")
                    List<@NonNull MonthSumView> sums,
            @NonNull
                    @Description(
                            "Whether each of its days is settled and not disputed; shifts that have"
                                    + " not begun yet are not known.")
                    Boolean settled) {}

    @Type("MonthDay")
    @Description("What a driver is paid for one business date.")
    public record MonthDayView(
            @Description("The business date.") LocalDate businessDate,
            @Id @NonNull @Description("The shift.") String workId,
            @NonNull @Description("True once the shift has ended and all its events are known.")
                    Boolean settled,
            @NonNull @Description("Whether a dispute waits for an answer.") Boolean disputed,
            @NonNull @Description("Seconds that are paid.") Long paidSeconds,
            @NonNull
                    @Description(
                            "Minutes that are paid: the paid seconds, rounded up once for the"
                                    + " shift.")
                    Long paidMinutes,
            @Description("What the paid minutes are worth.") MoneyView earned,
            @Description("What was added, together.") MoneyView adjusted,
            @Description("Earned and what was added together.") MoneyView total,
            @Description("Whether it may be paid; null from a version that knew no holds.")
                    PaymentState payment) {}

    @Type("MonthSum")
    @Description(
            "What the days of a month come to in one currency. Minutes are rounded for each shift,"
                    + " not for the month.")
    public record MonthSumView(
            @NonNull @Description("Minutes that are paid.") Long paidMinutes,
            @Description("What they are worth.") MoneyView earned,
            @Description("What was added, together.") MoneyView adjusted,
            @Description("Both together.") MoneyView total) {}

    @Type("StatementMinute")
    @Description(
            "A minute of a shift that has begun, counted from the begin of the shift. The last one"
                    + " may be shorter.")
    public record MinuteView(
            @NonNull @Description("1 for the first.") Integer number,
            @Description("When it began.") Instant beganAt,
            @Description("The class with the most seconds in it.") TimeClass timeClass,
            @NonNull
                    @Description(
                            "The classes that have seconds in it; over all minutes they come to"
                                    + " those of the shift.")
                    List<@NonNull ClassTimeView> classes,
            @NonNull
                    @Description(
                            "The calls to whose customer the driver went, or whom the driver drove,"
                                    + " in it.")
                    List<@NonNull String> callIds,
            @Description(
                            "The H3 cell (resolution 8) from which the driver was last heard of"
                                    + " before the end of the minute; null if no position was known, or"
                                    + " after positions are deleted.")
                    String placeCell) {}

    @Type("StatementMinutePage")
    @Description("Minutes of a shift.")
    public record MinutePage(
            @NonNull @Description("In their order.") List<@NonNull MinuteView> minutes,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}
}
