package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseDecision;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseKind;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What drivers are told, in the schema. */
public final class NoticeTypes {

    private NoticeTypes() {}

    @Type("DriverNotice")
    @Description(
            "What a driver is told of a signal of abuse: what an operator decided. It has no numbers, places or calls.")
    public record DriverNoticeView(
            @Id @NonNull @Description("The signal.") String signalId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @Description("The business date.") LocalDate businessDate,
            @NonNull
                    @Description(
                            "The business dates of a signal over several nights, oldest first; empty if one night alone is the signal.")
                    List<@NonNull LocalDate> nights,
            @Description("What is unusual.") AbuseKind kind,
            @Description("The newest decision. DISMISS takes back what the driver was told before.")
                    AbuseDecision decision,
            @Description(
                            "What was decided before and still counts beside it: SUSPEND where decision is HOLD_PAY, HOLD_PAY where it is SUSPEND; null if nothing. An operator may have switched the mode ON meanwhile.")
                    AbuseDecision stillCounts,
            @NonNull @Description("What was noticed, in plain words.") NoticeText noticed,
            @NonNull @Description("What follows from it, and what the driver can do.")
                    NoticeText consequence,
            @Description("What the operator says beside that; null if nothing.") String message,
            @Description("When it was decided.") Instant decidedAt) {}

    @Type("NoticeText")
    @Description("A text for drivers.")
    public record NoticeText(
            @NonNull @Description("For programs that have texts of their own.") String key,
            @NonNull @Description("In Korean.") String korean,
            @NonNull @Description("In English.") String english) {}

    @Type("DriverNoticePage")
    @Description("What a driver is told.")
    public record DriverNoticePage(
            @NonNull @Description("The newest business date first.")
                    List<@NonNull DriverNoticeView> notices,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}
}
