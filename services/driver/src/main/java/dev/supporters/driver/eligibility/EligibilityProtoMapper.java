package dev.supporters.driver.eligibility;

import dev.supporters.driver.statistics.StatisticsProtoMapper;
import dev.supporters.proto.driver.v1.CriterionKind;

/** Eligibility as the interface shows it. Whose it is, the caller adds. */
public final class EligibilityProtoMapper {

    private EligibilityProtoMapper() {}

    public static dev.supporters.proto.driver.v1.Eligibility.Builder toProto(Eligibility found) {
        return dev.supporters.proto.driver.v1.Eligibility.newBuilder()
                .setEligible(found.eligible())
                .addAllCriteria(
                        found.criteria().stream().map(EligibilityProtoMapper::toProto).toList())
                .setStatistics(StatisticsProtoMapper.toProto(found.statistics()));
    }

    public static dev.supporters.proto.driver.v1.Criterion toProto(Criterion criterion) {
        var proto =
                dev.supporters.proto.driver.v1.Criterion.newBuilder()
                        .setKind(kind(criterion.kind()))
                        .setMet(criterion.met());
        criterion.value().ifPresent(proto::setValue);
        criterion.limit().ifPresent(proto::setLimit);
        return proto.build();
    }

    private static CriterionKind kind(Criterion.Kind kind) {
        return switch (kind) {
            case COMPLETED_DRIVES -> CriterionKind.CRITERION_KIND_COMPLETED_DRIVES;
            case CANCELLATION_PERCENT -> CriterionKind.CRITERION_KIND_CANCELLATION_PERCENT;
            case ACCIDENTS -> CriterionKind.CRITERION_KIND_ACCIDENTS;
            case FINES -> CriterionKind.CRITERION_KIND_FINES;
            case RATING -> CriterionKind.CRITERION_KIND_RATING;
        };
    }
}
