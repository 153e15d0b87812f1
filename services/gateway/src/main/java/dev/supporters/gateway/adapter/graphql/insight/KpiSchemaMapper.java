package dev.supporters.gateway.adapter.graphql.insight;

import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.insight.KpiTypes.CellKpisView;
import dev.supporters.gateway.adapter.graphql.insight.KpiTypes.ComparedKpisView;
import dev.supporters.gateway.adapter.graphql.insight.KpiTypes.KpiArea;
import dev.supporters.gateway.adapter.graphql.insight.KpiTypes.KpisView;
import dev.supporters.gateway.adapter.graphql.insight.KpiTypes.MissingLegacyReason;
import dev.supporters.gateway.adapter.graphql.insight.KpiTypes.NightKpisView;
import dev.supporters.gateway.adapter.graphql.insight.KpiTypes.ZoneKpisView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.insight.v1.CellKpis;
import dev.supporters.proto.insight.v1.ComparedKpis;
import dev.supporters.proto.insight.v1.KpisResponse;
import dev.supporters.proto.insight.v1.NightKpis;
import dev.supporters.proto.insight.v1.ZoneKpis;

import java.util.function.DoubleSupplier;

/** From the protos of figures to the schema. */
final class KpiSchemaMapper {

    private KpiSchemaMapper() {}

    static KpisView view(KpisResponse response) {
        return new KpisView(
                compared(response.getTotal()),
                response.getRegionsList().stream().map(KpiSchemaMapper::compared).toList());
    }

    private static ComparedKpisView compared(ComparedKpis kpis) {
        return new ComparedKpisView(
                ProtoMapper.text(kpis.getRegion()),
                kpis.hasNight() ? night(kpis.getNight()) : null,
                kpis.hasNightBefore() ? night(kpis.getNightBefore()) : null,
                kpis.hasWeekBefore() ? night(kpis.getWeekBefore()) : null,
                kpis.getCellsList().stream().map(KpiSchemaMapper::cell).toList(),
                kpis.hasLegacy() ? night(kpis.getLegacy()) : null,
                ProtoMapper.read(
                        MissingLegacyReason.class,
                        kpis.getMissingLegacyReason(),
                        "MISSING_LEGACY_REASON_"),
                kpis.getZonesList().stream().map(KpiSchemaMapper::zone).toList());
    }

    private static ZoneKpisView zone(ZoneKpis zone) {
        return new ZoneKpisView(
                ProtoMapper.read(KpiArea.class, zone.getArea(), "KPI_AREA_"),
                ProtoMapper.text(zone.getZoneId()),
                night(zone.getKpis()));
    }

    private static CellKpisView cell(CellKpis kpis) {
        return new CellKpisView(
                kpis.getCell(),
                point(kpis.getCenter()),
                kpis.getBoundaryList().stream().map(KpiSchemaMapper::point).toList(),
                kpis.getCalls(),
                kpis.getEndedCalls(),
                kpis.getCompletedCalls(),
                kpis.getSupporterCalls(),
                kpis.getShifts(),
                figure(kpis.hasCompletionRate(), kpis::getCompletionRate),
                figure(kpis.hasSupporterCompletionRate(), kpis::getSupporterCompletionRate),
                figure(kpis.hasDemandCoverage(), kpis::getDemandCoverage),
                figure(kpis.hasGeneralShare(), kpis::getGeneralShare));
    }

    private static NightKpisView night(NightKpis kpis) {
        return new NightKpisView(
                ProtoMapper.date(kpis.getBusinessDate()),
                Timestamps.instant(kpis.getUpdateTime()),
                kpis.getCalls(),
                kpis.getEndedCalls(),
                kpis.getCompletedCalls(),
                kpis.getSupporterCalls(),
                kpis.getShifts(),
                kpis.getAcceptedCommands(),
                figure(kpis.hasAttendanceRate(), kpis::getAttendanceRate),
                figure(kpis.hasCompletionRate(), kpis::getCompletionRate),
                figure(kpis.hasSupporterCompletionRate(), kpis::getSupporterCompletionRate),
                figure(
                        kpis.hasCancellationAfterAssignmentRate(),
                        kpis::getCancellationAfterAssignmentRate),
                figure(kpis.hasAutoAcceptShare(), kpis::getAutoAcceptShare),
                figure(kpis.hasPickupMinutesMean(), kpis::getPickupMinutesMean),
                figure(kpis.hasPickupMinutesP95(), kpis::getPickupMinutesP95),
                figure(kpis.hasTripsPerPaidHour(), kpis::getTripsPerPaidHour),
                figure(kpis.hasDemandCoverage(), kpis::getDemandCoverage),
                figure(kpis.hasGini(), kpis::getGini),
                kpis.hasCostPerCompletedCall()
                        ? ProtoMapper.money(kpis.getCostPerCompletedCall())
                        : null,
                figure(kpis.hasGeneralShare(), kpis::getGeneralShare));
    }

    private static PointView point(Point point) {
        return new PointView(point.getLat(), point.getLng());
    }

    private static Double figure(boolean known, DoubleSupplier value) {
        return known ? Double.valueOf(value.getAsDouble()) : null;
    }
}
