package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Signals of abuse in the schema. */
public final class SignalTypes {

    private SignalTypes() {}

    @Type("AbuseSignal")
    @Description(
            "Something unusual that a driver did in a night, or over several, with the numbers that say so. It is no proof, and has no effect of its own.")
    public record AbuseSignalView(
            @Id @NonNull @Description("The signal.") String signalId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @NonNull @Description("The region of the policy.") String region,
            @Description("The business date.") LocalDate businessDate,
            @Description("What is unusual.") AbuseKind kind,
            @Description("When it was found.") Instant foundAt,
            @NonNull @Description("The version of the policy whose thresholds apply.")
                    Long policyVersion,
            @NonNull @Description("The numbers of the whole night, or of all nights together.")
                    AbuseStatistics statistics,
            @NonNull @Description("What was found, oldest first; at most 50.")
                    List<@NonNull AbuseEvidence> evidence,
            @NonNull @Description("Where, what counts most first; at most 20.")
                    List<@NonNull AbusePlace> places,
            @NonNull
                    @Description(
                            "For COLD_WAITING, for how many seconds the driver waited in cold cells; else 0.")
                    Long coldSeconds,
            @NonNull @Description("What an honest driver would say: ask before you decide.")
                    HonestExplanation explanation,
            @NonNull @Description("What operators decided, oldest first; empty while nobody has.")
                    List<@NonNull AbuseDecided> decisions,
            @NonNull
                    @Description(
                            "The nights of a signal over several nights, oldest first; the last one is businessDate. The statistics are their sums, and places is empty. Empty if one night alone is the signal.")
                    List<@NonNull AbuseNight> nights) {}

    @Type("AbuseNight")
    @Description("One of the nights that are a signal together.")
    public record AbuseNight(
            @NonNull @Description("The business date.") LocalDate businessDate,
            @NonNull @Description("As in AbuseStatistics.") Double occasions,
            @NonNull @Description("As in AbuseStatistics.") Integer happened,
            @NonNull @Description("As in AbuseStatistics.") Double expected) {}

    @Enum("AbuseKind")
    @Description("A way in which a driver may play the system.")
    public enum AbuseKind {
        @Description("Commands are refused more often than by others at the same places and hours.")
        REFUSALS,

        @Description(
                "Customers cancel soon after the driver has seen the destination, more often than others' do.")
        CANCELLATIONS,

        @Description(
                "The driver waits where few calls come, and declines to move away more often than others who wait there.")
        COLD_WAITING,

        @Description("No position comes for a while, again and again.")
        DARK_GPS,

        @Description("Drives are completed long after they should have ended, or not at all.")
        UNFINISHED_DRIVES,

        @Description(
                "The driver says to be with the customer, and the positions say otherwise; or to have brought the customer home, and no car is so fast.")
        CONTRADICTED_STEPS
    }

    @Type("AbuseStatistics")
    @Description("The numbers of a signal.")
    public record AbuseStatistics(
            @NonNull
                    @Description(
                            "In how many trials it could have happened; for DARK_GPS in how many hours.")
                    Double occasions,
            @NonNull @Description("How often it happened.") Integer happened,
            @NonNull @Description("How often it happens to others at the same places and hours.")
                    Double expected,
            @NonNull @Description("The probability that it happens so often to an honest driver.")
                    Double chance,
            @NonNull @Description("The probability below which it is a signal, by policy.")
                    Double threshold) {}

    @Type("AbuseEvidence")
    @Description("One event of a signal.")
    public record AbuseEvidence(
            @Description("When.") Instant at,
            @Id @Description("The call; null if it is about none.") String callId,
            @Id @NonNull @Description("The H3 cell in which it was.") String cell,
            @NonNull
                    @Description(
                            "CANCELLATIONS: seconds from the acceptance. DARK_GPS: seconds of the outage. UNFINISHED_DRIVES: seconds beyond the expected end. CONTRADICTED_STEPS: metres from the customer, or of the road that cannot have been driven. Else 0.")
                    Double value) {}

    @Type("AbusePlace")
    @Description("The numbers of a signal in one cell and hour.")
    public record AbusePlace(
            @Id @NonNull @Description("The H3 cell.") String cell,
            @NonNull @Description("The hour, counted from the begin of the window: 0 is the first.")
                    Integer hour,
            @NonNull @Description("As in AbuseStatistics.") Double occasions,
            @NonNull @Description("As in AbuseStatistics.") Integer happened,
            @NonNull @Description("As in AbuseStatistics.") Double expected) {}

    @Type("HonestExplanation")
    @Description("What an honest driver would say, for people who decide.")
    public record HonestExplanation(
            @NonNull @Description("For programs that have texts of their own.") String key,
            @NonNull @Description("In Korean.") String korean,
            @NonNull @Description("In English.") String english) {}

    @Enum("AbuseDecision")
    @Description(
            "What an operator decides on a signal. It is written down and shown, except a dismissal also to the driver (driverNotices). The newest decision on a signal counts. HOLD_PAY and SUSPEND take effect, and DISMISS and WARN end both. No amount of pay is changed by it: that is done with adjustStatement.")
    public enum AbuseDecision {
        @Description(
                "There is an honest explanation. A hold of pay and a suspension because of the signal are over.")
        DISMISS,

        @Description(
                "The driver is warned. A hold of pay and a suspension because of the signal are over.")
        WARN,

        @Description(
                "The statement of the signal's business date is HELD: it is looked at before it is paid. It says nothing about a suspension.")
        HOLD_PAY,

        @Description(
                "The driver's activity mode is OFF, and the driver cannot switch it ON. An operator does (setActivityMode), or decides to dismiss or to warn; a putDriver with ON is refused. It says nothing about pay.")
        SUSPEND
    }

    @Type("AbuseDecided")
    @Description("A decision that was made.")
    public record AbuseDecided(
            @Description("What was decided.") AbuseDecision decision,
            @NonNull @Description("Why.") String reason,
            @NonNull @Description("Who decided.") String actor,
            @Description("When.") Instant decidedAt,
            @Description("What the driver is told beside the usual words; null if nothing.")
                    String driverText) {}

    @Type("AbuseSignalPage")
    @Description("Signals of abuse.")
    public record AbuseSignalPage(
            @NonNull @Description("The signals of the page.")
                    List<@NonNull AbuseSignalView> signals,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}

    @Type("AbuseSignalPayload")
    @Description("A signal, as the mutation left it.")
    public record AbuseSignalPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The signal.") AbuseSignalView signal) {}

    @Input("DecideAbuseSignalInput")
    @Description("Decides on a signal of abuse.")
    public record DecideAbuseSignalInput(
            @NonNull @Description(SchemaDescriptions.REQUIRED_CLIENT_MUTATION_ID)
                    String clientMutationId,
            @Id @NonNull @Description("The signal.") String signalId,
            @NonNull @Description("What is decided.") AbuseDecision decision,
            @NonNull @Description("Why; 1 to 500 characters. The driver does not see it.")
                    String reason,
            @Description(
                            "What the driver is told beside the usual words (driverNotices), at most 500 characters; it must not name a customer.")
                    String driverText) {}
}
