package dev.supporters.gateway.adapter.graphql.policy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.LocalDate;
import java.util.List;

/** What a policy would do, as the schema shows it. */
public final class DryRunTypes {

    private DryRunTypes() {}

    @Type("PolicyDryRun")
    @Description(
            "What a policy would do, beside the policy as it is: the same calls, people and chances under both. Of a night that was counted the calls are played when and where they were requested, to the cell; where customers wanted to go, how patient they were and who worked how is drawn, each time anew, and as many supporters work as began a shift. Nights of the night model are of greater Seoul from 21:00 to 01:00, whatever the region; how many calls and supporters such a night has is the region's.")
    public record PolicyDryRunView(
            @Description(
                            "The night whose calls were played. Where nights of the night model were: the newest night of the region, whose calls and shifts were counted; null if none of the last eight days was: then calls and supporters are the usual ones of the model.")
                    LocalDate businessDate,
            @Description("Whose calls were played.") PolicyDryRunCalls playedCalls,
            @NonNull
                    @Description(
                            "The mean number of calls of a played night: at most 3,000, with fewer supporters in proportion.")
                    Integer calls,
            @NonNull @Description("The number of supporters of a played night.") Integer supporters,
            @NonNull
                    @Description(
                            "Calls of the night that were not played, each reason once. Of nights of the night model there are none.")
                    List<@NonNull PolicyDryRunLeftOutView> leftOut,
            @NonNull @Description("Each figure once.")
                    List<@NonNull PolicyDryRunFigureView> figures,
            @NonNull
                    @Description(
                            "What differs in the policy and the nights do not show, by the names in the protos.")
                    List<@NonNull String> notSimulated) {}

    @Type("PolicyDryRunLeftOut")
    @Description("Calls of a night that were not played.")
    public record PolicyDryRunLeftOutView(
            @Description("Why.") PolicyDryRunLeftOutReason reason,
            @NonNull @Description("How many; at least one.") Integer calls) {}

    @Type("PolicyDryRunFigure")
    @Description("A figure under both policies: means over the nights.")
    public record PolicyDryRunFigureView(
            @NonNull @Description("Which one.") PolicyDryRunFigureKind kind,
            @NonNull @Description("As it is.") Double present,
            @NonNull @Description("As it might become.") Double proposed,
            @NonNull @Description("The mean of the nights' differences, proposed minus present.")
                    Double difference,
            @NonNull
                    @Description(
                            "Half the width of the difference's 95 % confidence interval (Student's t over nights).")
                    Double halfWidth) {}

    /** Whose calls a dry run plays. */
    @Enum("PolicyDryRunCalls")
    @Description("Whose calls a dry run plays.")
    public enum PolicyDryRunCalls {
        @Description("Those of a night that was counted.")
        NIGHT,

        @Description("Those of nights of the night model.")
        MODEL
    }

    /** Why calls of a night were not played. */
    @Enum("PolicyDryRunLeftOutReason")
    @Description("Why calls of a night were not played.")
    public enum PolicyDryRunLeftOutReason {
        @Description("They were counted, but when and where they were requested is not kept.")
        NOT_KEPT,

        @Description(
                "The night is larger than any that is played: calls are left out evenly, and supporters in proportion.")
        TOO_MANY
    }

    /** The figures of a dry run. */
    @Enum("PolicyDryRunFigureKind")
    @Description("The figures of a dry run.")
    public enum PolicyDryRunFigureKind {
        @Description("Calls that supporters completed, in percent of all calls.")
        COMPLETED_PERCENT,

        @Description("What customers were told when a supporter had agreed: the mean, in minutes.")
        PICKUP_MINUTES_MEAN,

        @Description(
                "What customers were told when a supporter had agreed: the 95th percentile, in minutes.")
        PICKUP_MINUTES_P95,

        @Description(
                "Calls that were cancelled after a supporter had agreed, in percent of those to which one had.")
        CANCELLED_AFTER_ASSIGNMENT_PERCENT,

        @Description(
                "Calls whose customer gave up before a supporter had agreed, in percent of all calls.")
        GAVE_UP_PERCENT,

        @Description("Completed drives for each paid hour.")
        TRIPS_PER_PAID_HOUR,

        @Description(
                "How unequal that is between supporters, from 0, where all have the same, to 1.")
        GINI,

        @Description(
                "Wages for each completed call, in the currency's minor unit, by the policy's hourly wage; rests are unpaid.")
        WAGES_PER_COMPLETED_CALL
    }
}
