package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Eligibility, and what it looks at, as the schema shows them. */
public final class StatisticsTypes {

    private StatisticsTypes() {}

    @Type("Eligibility")
    @Description(
            "Whether a driver may join the supporters group, by the policy in force and the last four weeks.")
    public record EligibilityView(
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @NonNull @Description("The region whose policy applies.") String region,
            @NonNull @Description("Whether every criterion is met.") Boolean eligible,
            @NonNull @Description("Every criterion, also those without a limit.")
                    List<@NonNull CriterionView> criteria,
            @NonNull @Description("What they were calculated from.")
                    DriverStatisticsView statistics) {}

    @Type("Criterion")
    @Description("One thing by which eligibility is judged.")
    public record CriterionView(
            @Description("What is compared.") CriterionKind kind,
            @Description("The driver's value; null where there is none, which meets every limit.")
                    Double value,
            @Description("The policy's limit; null if there is none.") Double limit,
            @NonNull @Description("Whether the value is within the limit.") Boolean met) {}

    @Enum("CriterionKind")
    @Description("What eligibility compares.")
    public enum CriterionKind {
        @Description("Completed drives; at least the limit.")
        COMPLETED_DRIVES,

        @Description(
                "Drives that were cancelled after their assignment, in percent of those that were completed or cancelled so; at most the limit.")
        CANCELLATION_PERCENT,

        @Description("Accidents; at most the limit.")
        ACCIDENTS,

        @Description("Fines; at most the limit.")
        FINES,

        @Description("The average of customers' ratings, 1 to 5; at least the limit.")
        RATING
    }

    @Type("DriverStatistics")
    @Description("A driver's last four weeks: 28 days with today, by UTC.")
    public record DriverStatisticsView(
            @Description("The first of the days.") LocalDate firstDate,
            @Description("The last of them, today.") LocalDate lastDate,
            @NonNull @Description("Completed drives.") Integer completedDrives,
            @NonNull
                    @Description(
                            "Drives that were cancelled after their assignment, whoever cancelled them.")
                    Integer cancelledDrives,
            @NonNull @Description("Accidents.") Integer accidents,
            @NonNull @Description("Fines.") Integer fines,
            @NonNull @Description("How many drives were rated.") Integer ratingCount,
            @Description("The average of the ratings; null if there are none.")
                    Double averageRating) {}

    @Type("Incident")
    @Description("An accident or a fine of a driver, as an operator has entered it.")
    public record IncidentView(
            @Id @NonNull @Description("The incident.") String incidentId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @Description("What it was.") IncidentKind kind,
            @Description("On which date.") LocalDate date,
            @Description("What is known of it; for operators and services.") String note,
            @Description("Who entered it; for operators and services.") String actor,
            @Description("When it was entered.") Instant enteredAt,
            @Description("When it was revoked, from when on it does not count; null if it counts.")
                    Instant revokedAt,
            @Description("Who revoked it; for operators and services.") String revokedBy,
            @Description("Why it was revoked; null if it counts.") String revokeReason) {}

    @Enum("IncidentKind")
    @Description("The kinds of incidents.")
    public enum IncidentKind {
        @Description("An accident.")
        ACCIDENT,

        @Description("A fine.")
        FINE
    }

    @Type("IncidentPayload")
    @Description("An incident, as the mutation left it.")
    public record IncidentPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The incident.") IncidentView incident) {}

    @Type("RateDrivePayload")
    @Description("A rating.")
    public record RateDrivePayload(
            @Description("As it was given.") String clientMutationId,
            @Id @NonNull @Description("The call.") String callId,
            @NonNull @Description("1 (bad) to 5 (very good).") Integer stars) {}
}
