package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.BusinessDateState;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.BusinessDateView;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.CloseBusinessDateInput;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.CloseObstacleKind;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.CloseObstacleView;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.CorrectionView;
import dev.supporters.proto.settlement.v1.BusinessDate;
import dev.supporters.proto.settlement.v1.CloseBusinessDateRequest;
import dev.supporters.proto.settlement.v1.Correction;
import dev.supporters.proto.settlement.v1.GetBusinessDateRequest;
import dev.supporters.proto.settlement.v1.Obstacle;
import dev.supporters.proto.settlement.v1.ObstacleKind;

import java.time.LocalDate;

/** The close of business dates between the protos and the schema. */
final class CloseSchemaMapper {

    private static final String OBSTACLE_KIND = "OBSTACLE_KIND_";

    private CloseSchemaMapper() {}

    static BusinessDateView view(BusinessDate date) {
        return new BusinessDateView(
                ProtoMapper.product(date.getProduct()),
                date.getRegion(),
                ProtoMapper.date(date.getBusinessDate()),
                ProtoMapper.read(BusinessDateState.class, date.getState(), "BUSINESS_DATE_STATE_"),
                ProtoMapper.text(date.getActor()),
                ProtoMapper.instant(date.hasBeginTime(), date.getBeginTime()),
                ProtoMapper.instant(date.hasCloseTime(), date.getCloseTime()),
                date.getOverridesList().stream().map(CloseSchemaMapper::view).toList(),
                ProtoMapper.text(date.getOverrideActor()),
                ProtoMapper.text(date.getOverrideReason()),
                ProtoMapper.instant(date.hasOverrideTime(), date.getOverrideTime()),
                date.getObstaclesList().stream().map(CloseSchemaMapper::view).toList());
    }

    private static CloseObstacleView view(Obstacle obstacle) {
        return new CloseObstacleView(obstacle.getWorkId(), view(obstacle.getKind()));
    }

    private static CloseObstacleKind view(ObstacleKind kind) {
        return ProtoMapper.read(CloseObstacleKind.class, kind, OBSTACLE_KIND);
    }

    static CorrectionView view(Correction correction) {
        return new CorrectionView(
                correction.getCorrectionId(),
                correction.getWorkId(),
                ProtoMapper.date(correction.getBusinessDate()),
                ProtoMapper.money(correction.getAmount()),
                ProtoMapper.instant(correction.hasCreateTime(), correction.getCreateTime()),
                correction.getEventIdsList(),
                correction.getRequestIdsList());
    }

    static GetBusinessDateRequest request(Product product, String region, LocalDate businessDate) {
        return GetBusinessDateRequest.newBuilder()
                .setProduct(ProtoMapper.product(product))
                .setRegion(region)
                .setBusinessDate(businessDate.toString())
                .build();
    }

    static CloseBusinessDateRequest request(Principal operator, CloseBusinessDateInput input) {
        CloseBusinessDateRequest.Builder request =
                CloseBusinessDateRequest.newBuilder()
                        .setRequestId(
                                IdempotencyKeys.of(
                                        "closeBusinessDate", operator, input.clientMutationId()))
                        .setProduct(ProtoMapper.product(input.product()))
                        .setRegion(input.region())
                        .setBusinessDate(input.businessDate().toString())
                        .setActor(operator.id())
                        .setOverrideReason(ProtoMapper.orEmpty(input.overrideReason()));
        if (input.overrides() != null) {
            input.overrides()
                    .forEach(kind ->
                            request.addOverrides(
                                    ProtoMapper.write(ObstacleKind.class, OBSTACLE_KIND, kind)));
        }
        return request.build();
    }
}
