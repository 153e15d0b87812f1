package dev.supporters.gateway.adapter.graphql.model;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Models as the schema shows them. */
public final class ModelTypes {

    private ModelTypes() {}

    @Type("Models")
    @Description("The models of a process of mlgateway.")
    public record ModelsView(
            @NonNull
                    @Description(
                            "The model that ranks where none is asked for, like nearest@1, or without a version, like keep: the newest.")
                    String defaultModel,
            @NonNull
                    @Description(
                            "By name, the newest version first; the one that needs no file last.")
                    List<@NonNull ModelView> models,
            @NonNull
                    @Description(
                            "The models that are tried beside the one that ranks. They decide nothing.")
                    List<@NonNull ShadowModelView> shadows,
            @NonNull
                    @Description(
                            "Names and versions, like keep@2, of model files that are there and cannot be used.")
                    List<@NonNull String> refused,
            @Description(
                            "Since when the shadow models' choices are counted: the start of the process.")
                    Instant countedSince) {}

    @Type("Model")
    @Description("A model in one version. One that was used is never changed.")
    public record ModelView(
            @NonNull @Description("Name and version, like keep@1.") String model,
            @Description("What it says.") ModelKind kind,
            @NonNull
                    @Description(
                            "Whether it ranks in its region where no model is asked for, or the one that ranks there contains it.")
                    Boolean used,
            @Description("Whose nights it learned from; null if it learned from none.")
                    ModelTrainingView training,
            @NonNull
                    @Description(
                            "How good it was on nights that it had not learned from, in the order of the scores' names.")
                    List<@NonNull ModelScoreView> scores,
            @NonNull @Description("What it calculates with.")
                    List<@NonNull ModelFeatureView> features,
            @NonNull @Description("How many areas have an offset of their own.") Integer areas,
            @Description("SHA-256 of its file in hexadecimal digits; null if it needs no file.")
                    String checksum) {}

    @Type("ModelTraining")
    @Description("The nights that a model learned from.")
    public record ModelTrainingView(
            @NonNull @Description("The region.") String region,
            @NonNull @Description("The product, like DRIVER.") String product,
            @Description("The business date of the first night.") LocalDate firstNight,
            @Description("The business date of the last night.") LocalDate lastNight,
            @NonNull @Description("How many nights.") Integer nights,
            @NonNull @Description("How many observations.") Long rows) {}

    @Type("ModelScore")
    @Description("How good a model was.")
    public record ModelScoreView(
            @NonNull
                    @Description(
                            "The score's name: auc, brier and log-loss of probabilities, mae of corrections of times.")
                    String name,
            @NonNull @Description("Its value.") Double value) {}

    @Type("ModelFeature")
    @Description("A number that a model calculates with.")
    public record ModelFeatureView(
            @NonNull @Description("Its name, like log-eta-minutes.") String name,
            @NonNull @Description("By what it is multiplied.") Double weight) {}

    @Type("ShadowModel")
    @Description(
            "A model that is tried beside the one that ranks, and how often its first choice was the same, in the process that answers.")
    public record ShadowModelView(
            @NonNull @Description("As it is set: a name with or without a version.") String model,
            @NonNull
                    @Description(
                            "Rankings in which it chose the same supporter, or there was nobody to choose.")
                    Long same,
            @NonNull @Description("Rankings in which it would have chosen another supporter.")
                    Long different,
            @NonNull
                    @Description(
                            "Rankings in which it had no choice: it is missing, was late, or failed.")
                    Long withoutChoice) {}

    @Enum("ModelKind")
    @Description("What a model says.")
    public enum ModelKind {
        @Description("Who is there first. Needs no file.")
        NEAREST,

        @Description("The probability that a customer keeps a drive with a given ETA.")
        KEEP_PROBABILITY,

        @Description(
                "By what an expected time to the customer must be multiplied to be right on average.")
        ETA_CORRECTION,

        @Description("The probability that a supporter refuses a call.")
        REFUSAL
    }
}
