package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsInputs.RateDriveInput;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsInputs.RecordIncidentInput;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsInputs.RevokeIncidentInput;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.CriterionKind;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.CriterionView;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.DriverStatisticsView;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.EligibilityView;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.IncidentView;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.driver.v1.Criterion;
import dev.supporters.proto.driver.v1.DriverStatistics;
import dev.supporters.proto.driver.v1.Eligibility;
import dev.supporters.proto.driver.v1.Incident;
import dev.supporters.proto.driver.v1.IncidentKind;
import dev.supporters.proto.driver.v1.RateDriveRequest;
import dev.supporters.proto.driver.v1.RecordIncidentRequest;
import dev.supporters.proto.driver.v1.RevokeIncidentRequest;

/** Eligibility, ratings and incidents between the protos and the schema. */
final class StatisticsSchemaMapper {

    private static final String INCIDENT = "INCIDENT_KIND_";

    private StatisticsSchemaMapper() {}

    static EligibilityView view(Eligibility eligibility) {
        return new EligibilityView(
                eligibility.getDriverId(),
                ProtoMapper.product(eligibility.getProduct()),
                eligibility.getRegion(),
                eligibility.getEligible(),
                eligibility.getCriteriaList().stream().map(StatisticsSchemaMapper::view).toList(),
                view(eligibility.getStatistics()));
    }

    static CriterionView view(Criterion criterion) {
        return new CriterionView(
                ProtoMapper.read(CriterionKind.class, criterion.getKind(), "CRITERION_KIND_"),
                criterion.hasValue() ? criterion.getValue() : null,
                criterion.hasLimit() ? criterion.getLimit() : null,
                criterion.getMet());
    }

    private static DriverStatisticsView view(DriverStatistics statistics) {
        return new DriverStatisticsView(
                ProtoMapper.date(statistics.getFirstDate()),
                ProtoMapper.date(statistics.getLastDate()),
                statistics.getCompletedDrives(),
                statistics.getCancelledDrives(),
                statistics.getAccidents(),
                statistics.getFines(),
                statistics.getRatingCount(),
                statistics.getRatingCount() == 0 ? null : statistics.getAverageRating());
    }

    /** A note may name other people, and drivers need not know which operator it was. */
    static IncidentView view(Principal principal, Incident incident) {
        boolean all = principal.seesAll();
        return new IncidentView(
                incident.getIncidentId(),
                incident.getDriverId(),
                ProtoMapper.product(incident.getProduct()),
                ProtoMapper.read(StatisticsTypes.IncidentKind.class, incident.getKind(), INCIDENT),
                ProtoMapper.date(incident.getDate()),
                all ? incident.getNote() : null,
                all ? incident.getActor() : null,
                ProtoMapper.instant(incident.hasCreateTime(), incident.getCreateTime()),
                ProtoMapper.instant(incident.hasRevokeTime(), incident.getRevokeTime()),
                all ? ProtoMapper.text(incident.getRevokedBy()) : null,
                ProtoMapper.text(incident.getRevokeReason()));
    }

    static RateDriveRequest request(Principal customer, RateDriveInput input, Call call) {
        return RateDriveRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("rateDrive", customer, input.clientMutationId()))
                .setCallId(call.getCallId())
                .setCustomerId(customer.id())
                .setDriverId(call.getDriverId())
                .setProduct(call.getProduct())
                .setEndTime(call.getEndTime())
                .setStars(input.stars())
                .build();
    }

    static RecordIncidentRequest request(Principal operator, RecordIncidentInput input) {
        return RecordIncidentRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("recordIncident", operator, input.clientMutationId()))
                .setDriverId(input.driverId())
                .setProduct(ProtoMapper.product(input.product()))
                .setKind(ProtoMapper.write(IncidentKind.class, INCIDENT, input.kind()))
                .setDate(input.date().toString())
                .setNote(input.note())
                .setActor(operator.id())
                .build();
    }

    static RevokeIncidentRequest request(Principal operator, RevokeIncidentInput input) {
        return RevokeIncidentRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("revokeIncident", operator, input.clientMutationId()))
                .setIncidentId(input.incidentId())
                .setReason(input.reason())
                .setActor(operator.id())
                .build();
    }
}
