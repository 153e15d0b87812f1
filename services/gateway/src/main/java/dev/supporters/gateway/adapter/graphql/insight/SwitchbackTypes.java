package dev.supporters.gateway.adapter.graphql.insight;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;

/** Experiments that switch between two policies, as the schema shows them. */
public final class SwitchbackTypes {

    private SwitchbackTypes() {}

    @Input("SwitchbackInput")
    @Description(
            "An experiment that compares two policies, control and treatment, by switching between them: within an interval one of them applies to all calls of a region.")
    public record SwitchbackInput(
            @NonNull
                    @Description(
                            "The experiment's name, at most 100 characters. Another name is another plan.")
                    String name,
            @NonNull
                    @Description(
                            "How long a policy applies, in minutes: 30 to 60, a multiple of 5.")
                    Integer intervalMinutes,
            @NonNull
                    @Description(
                            "How long after the begin of an interval calls do not count, in minutes: a multiple of 5, at most half of the interval.")
                    Integer washOutMinutes,
            @NonNull
                    @Description(
                            "The business date of its first night. Nights are paired from it on.")
                    LocalDate firstDate) {}

    @Type("SwitchbackInterval")
    @Description("A time in which one policy applies.")
    public record SwitchbackIntervalView(
            @Description("Its begin.") Instant beginsAt,
            @Description("Its end: the begin of the next one, or the window's end.") Instant endsAt,
            @Description("Which policy.") SwitchbackArm arm) {}

    /** One of the two policies. */
    @Enum("SwitchbackArm")
    @Description("One of the two policies that an experiment compares.")
    public enum SwitchbackArm {
        @Description("The policy as it is.")
        CONTROL,

        @Description("The policy as it might become.")
        TREATMENT
    }

    @Type("SwitchbackReadout")
    @Description(
            "What an experiment says about the part of the requested calls that supporters complete, from the nights whose windows are over.")
    public record SwitchbackReadoutView(
            @NonNull
                    @Description(
                            "Blocks with calls of both policies. The figures are null with fewer than two.")
                    Integer blocks,
            @Description("The treatment's part minus the control's: -1 to 1.") Double difference,
            @Description(
                            "The lower end of its 95 % confidence interval (Student's t over blocks). Valid for one reading at the end.")
                    Double lower,
            @Description("The upper end.") Double upper,
            @NonNull
                    @Description(
                            "Whether the two differ: 0 is outside of a wider interval, so that a difference is claimed in fewer than 5 % of the experiments without one.")
                    Boolean differs,
            @Description(
                            "The business date after which the treatment had lost so clearly that the experiment should end; null if it has not. Judged after each night by a bound that holds for all nights together.")
                    LocalDate stopDate) {}
}
