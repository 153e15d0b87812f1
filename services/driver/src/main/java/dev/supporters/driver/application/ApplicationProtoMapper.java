package dev.supporters.driver.application;

import dev.supporters.driver.application.Application.Action;
import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.application.Application.Step;
import dev.supporters.driver.eligibility.EligibilityProtoMapper;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.driver.v1.ApplicationState;
import dev.supporters.proto.driver.v1.ApplicationStep;
import dev.supporters.proto.driver.v1.ApplicationStepKind;

/** Applications as the interface shows them. */
public final class ApplicationProtoMapper {

    private ApplicationProtoMapper() {}

    public static dev.supporters.proto.driver.v1.Application toProto(ShownApplication shown) {
        Application application = shown.application();
        return dev.supporters.proto.driver.v1.Application.newBuilder()
                .setApplicationId(
                        new Application.Id(shown.driverId(), application.number()).toString())
                .setDriverId(shown.driverId().value())
                .setProduct(application.product())
                .setRegion(application.region())
                .setState(state(application.state()))
                .addAllSteps(
                        application.steps().stream().map(ApplicationProtoMapper::step).toList())
                .setAgeSeconds(shown.age().toSeconds())
                .build();
    }

    private static ApplicationStep step(Step step) {
        return ApplicationStep.newBuilder()
                .setKind(kind(step.action()))
                .setEventTime(Timestamps.of(step.time()))
                .setActor(step.actor())
                .setText(step.text())
                .addAllCriteria(
                        step.criteria().stream().map(EligibilityProtoMapper::toProto).toList())
                .build();
    }

    public static ApplicationState state(State state) {
        return switch (state) {
            case SUBMITTED -> ApplicationState.APPLICATION_STATE_SUBMITTED;
            case INFORMATION_REQUIRED -> ApplicationState.APPLICATION_STATE_INFORMATION_REQUIRED;
            case APPROVED -> ApplicationState.APPLICATION_STATE_APPROVED;
            case REJECTED -> ApplicationState.APPLICATION_STATE_REJECTED;
            case WITHDRAWN -> ApplicationState.APPLICATION_STATE_WITHDRAWN;
            case EXPIRED -> ApplicationState.APPLICATION_STATE_EXPIRED;
            case ENDED -> ApplicationState.APPLICATION_STATE_ENDED;
        };
    }

    public static ApplicationStepKind kind(Action action) {
        return switch (action) {
            case APPLIED -> ApplicationStepKind.APPLICATION_STEP_KIND_APPLIED;
            case ASKED -> ApplicationStepKind.APPLICATION_STEP_KIND_ASKED;
            case SUPPLEMENTED -> ApplicationStepKind.APPLICATION_STEP_KIND_SUPPLEMENTED;
            case APPROVED -> ApplicationStepKind.APPLICATION_STEP_KIND_APPROVED;
            case GIVEN -> ApplicationStepKind.APPLICATION_STEP_KIND_GIVEN;
            case REJECTED -> ApplicationStepKind.APPLICATION_STEP_KIND_REJECTED;
            case WITHDRAWN -> ApplicationStepKind.APPLICATION_STEP_KIND_WITHDRAWN;
            case EXPIRED -> ApplicationStepKind.APPLICATION_STEP_KIND_EXPIRED;
            case LEFT -> ApplicationStepKind.APPLICATION_STEP_KIND_LEFT;
            case REMOVED -> ApplicationStepKind.APPLICATION_STEP_KIND_REMOVED;
        };
    }
}
