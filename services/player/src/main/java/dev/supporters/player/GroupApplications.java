package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.GroupApplicant.Treatment;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.SystemClients;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Before the night drivers apply to the supporters group, and the night's operator reviews what waits. */
final class GroupApplications {

    /** Who is asked for more answers once; then nothing is left to review. */
    private static final int MOST_ROUNDS = 3;

    private final NightSetup setup;
    private final SystemClients clients;
    private final GatewayPerson operator;
    private final Map<String, GroupApplicant> applicants;

    GroupApplications(NightSetup setup, SystemClients clients, List<GroupApplicant> applicants) {
        this.setup = setup;
        this.clients = clients;
        this.operator = GatewayPerson.operator(setup, clients);
        this.applicants =
                applicants.stream()
                        .collect(Collectors.toMap(GroupApplicant::driverId, Function.identity()));
    }

    /** In a night that is continued all of it was done before, and is answered as then. */
    void play() throws InterruptedException {
        for (GroupApplicant applicant : applicants.values()) {
            var _ =
                    driver(applicant)
                            .change(
                                    GraphQlOperation.APPLY_TO_GROUP,
                                    MutationInput.of("apply-" + applicant.driverId() + date())
                                            .with("region", NightSeed.REGION)
                                            .with("text", "I want to work tonight."));
        }
        for (int round = 0; round < MOST_ROUNDS && review(); round++) {
            // whoever was asked has answered, so that there is more to review
        }
    }

    /** Reviews what waits; whether that may have led to something that waits once more. */
    private boolean review() throws InterruptedException {
        boolean asked = false;
        for (JsonNode application :
                operator.all(
                        GraphQlOperation.OPEN_APPLICATIONS, "openApplications", "applications")) {
            GroupApplicant applicant = applicants.get(application.path("driverId").asText());
            if (applicant != null) {
                asked |= review(application, applicant);
            }
        }
        return asked;
    }

    private boolean review(JsonNode application, GroupApplicant applicant)
            throws InterruptedException {
        String id = application.path("applicationId").asText();
        boolean supplemented =
                application
                        .path("steps")
                        .valueStream()
                        .anyMatch(step -> step.path("kind").asText().equals("SUPPLEMENTED"));
        if (applicant.treatment() == Treatment.REJECT) {
            decide(id, "REJECT", "The last four weeks are not known.");
            return false;
        }
        if (applicant.treatment() == Treatment.APPROVE || supplemented) {
            decide(id, "APPROVE", "");
            return false;
        }
        decide(id, "ASK", "Which days do you want to work?");
        var _ =
                driver(applicant)
                        .change(
                                GraphQlOperation.SUPPLEMENT_APPLICATION,
                                MutationInput.of("supplement-" + id)
                                        .with("applicationId", id)
                                        .with("text", "Fridays and Saturdays."));
        return true;
    }

    private void decide(String applicationId, String decision, String text)
            throws InterruptedException {
        MutationInput review =
                MutationInput.of("review-" + applicationId + "-" + decision)
                        .with("applicationId", applicationId)
                        .with("decision", decision);
        var _ =
                operator.change(
                        GraphQlOperation.REVIEW_APPLICATION,
                        text.isEmpty() ? review : review.with("text", text));
    }

    private GatewayPerson driver(GroupApplicant applicant) {
        return GatewayPerson.driver(setup, clients, applicant.driverId());
    }

    private String date() {
        return "-" + setup.night().businessDate();
    }
}
