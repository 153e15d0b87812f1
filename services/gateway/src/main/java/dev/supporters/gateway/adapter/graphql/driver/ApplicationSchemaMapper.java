package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.ApplyToGroupInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.LeaveGroupInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.ReviewApplicationInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.SupplementApplicationInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.WithdrawApplicationInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes.ApplicationPage;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes.ApplicationState;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes.ApplicationStepKind;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes.ApplicationStepView;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes.ApplicationView;
import dev.supporters.proto.driver.v1.Application;
import dev.supporters.proto.driver.v1.ApplicationStep;
import dev.supporters.proto.driver.v1.ApplyRequest;
import dev.supporters.proto.driver.v1.LeaveGroupRequest;
import dev.supporters.proto.driver.v1.ListApplicationsResponse;
import dev.supporters.proto.driver.v1.ReviewApplicationRequest;
import dev.supporters.proto.driver.v1.ReviewDecision;
import dev.supporters.proto.driver.v1.SupplementApplicationRequest;
import dev.supporters.proto.driver.v1.WithdrawApplicationRequest;

/** Applications between the protos and the schema. */
final class ApplicationSchemaMapper {

    private ApplicationSchemaMapper() {}

    static ApplicationPage page(ListApplicationsResponse response) {
        return new ApplicationPage(
                response.getApplicationsList().stream().map(ApplicationSchemaMapper::view).toList(),
                ProtoMapper.pageInfo(response.getNextPageToken()));
    }

    static ApplicationView view(Application application) {
        return new ApplicationView(
                application.getApplicationId(),
                application.getDriverId(),
                ProtoMapper.product(application.getProduct()),
                application.getRegion(),
                ProtoMapper.read(
                        ApplicationState.class, application.getState(), "APPLICATION_STATE_"),
                application.getStepsList().stream().map(ApplicationSchemaMapper::view).toList(),
                application.getAgeSeconds());
    }

    private static ApplicationStepView view(ApplicationStep step) {
        return new ApplicationStepView(
                ProtoMapper.read(
                        ApplicationStepKind.class, step.getKind(), "APPLICATION_STEP_KIND_"),
                ProtoMapper.instant(step.hasEventTime(), step.getEventTime()),
                ProtoMapper.text(step.getActor()),
                ProtoMapper.text(step.getText()),
                step.getCriteriaList().stream().map(StatisticsSchemaMapper::view).toList());
    }

    static ApplyRequest request(Principal driver, ApplyToGroupInput input) {
        return ApplyRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("applyToGroup", driver, input.clientMutationId()))
                .setDriverId(driver.id())
                .setProduct(ProtoMapper.product(input.product()))
                .setRegion(input.region())
                .setText(ProtoMapper.orEmpty(input.text()))
                .build();
    }

    static SupplementApplicationRequest request(
            Principal driver, SupplementApplicationInput input) {
        return SupplementApplicationRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of(
                                "supplementApplication", driver, input.clientMutationId()))
                .setApplicationId(input.applicationId())
                .setDriverId(driver.id())
                .setText(input.text())
                .build();
    }

    static WithdrawApplicationRequest request(Principal driver, WithdrawApplicationInput input) {
        return WithdrawApplicationRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("withdrawApplication", driver, input.clientMutationId()))
                .setApplicationId(input.applicationId())
                .setDriverId(driver.id())
                .build();
    }

    static ReviewApplicationRequest request(Principal operator, ReviewApplicationInput input) {
        return ReviewApplicationRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("reviewApplication", operator, input.clientMutationId()))
                .setApplicationId(input.applicationId())
                .setDecision(
                        ProtoMapper.write(
                                ReviewDecision.class, "REVIEW_DECISION_", input.decision()))
                .setText(ProtoMapper.orEmpty(input.text()))
                .setActor(operator.id())
                .build();
    }

    static LeaveGroupRequest request(Principal driver, LeaveGroupInput input) {
        return LeaveGroupRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("leaveGroup", driver, input.clientMutationId()))
                .setDriverId(driver.id())
                .setProduct(ProtoMapper.product(input.product()))
                .setText(ProtoMapper.orEmpty(input.text()))
                .build();
    }
}
