package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.settlement.MonthTypes.MinutePage;
import dev.supporters.gateway.adapter.graphql.settlement.MonthTypes.MinuteView;
import dev.supporters.gateway.adapter.graphql.settlement.MonthTypes.MonthDayView;
import dev.supporters.gateway.adapter.graphql.settlement.MonthTypes.MonthSumView;
import dev.supporters.gateway.adapter.graphql.settlement.MonthTypes.MonthView;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.TimeClass;
import dev.supporters.proto.settlement.v1.GetMonthResponse;
import dev.supporters.proto.settlement.v1.ListMinutesResponse;
import dev.supporters.proto.settlement.v1.Minute;
import dev.supporters.proto.settlement.v1.MonthDay;
import dev.supporters.proto.settlement.v1.MonthSum;

/** Months and minutes from the protos to the schema. */
final class MonthSchemaMapper {

    private MonthSchemaMapper() {}

    static MonthView view(GetMonthResponse month) {
        return new MonthView(
                month.getDriverId(),
                month.getMonth(),
                month.getDaysList().stream().map(MonthSchemaMapper::view).toList(),
                month.getSumsList().stream().map(MonthSchemaMapper::view).toList(),
                month.getFinal());
    }

    private static MonthDayView view(MonthDay day) {
        return new MonthDayView(
                ProtoMapper.date(day.getBusinessDate()),
                day.getWorkId(),
                day.getFinal(),
                day.getDisputed(),
                day.getPaidSeconds(),
                day.getPaidMinutes(),
                ProtoMapper.money(day.getEarned()),
                ProtoMapper.money(day.getAdjusted()),
                ProtoMapper.money(day.getTotal()),
                SettlementSchemaMapper.payment(day.getPaymentState()));
    }

    private static MonthSumView view(MonthSum sum) {
        return new MonthSumView(
                sum.getPaidMinutes(),
                ProtoMapper.money(sum.getEarned()),
                ProtoMapper.money(sum.getAdjusted()),
                ProtoMapper.money(sum.getTotal()));
    }

    static MinutePage view(ListMinutesResponse minutes) {
        return new MinutePage(
                minutes.getMinutesList().stream().map(MonthSchemaMapper::view).toList(),
                ProtoMapper.pageInfo(minutes.getNextPageToken()));
    }

    private static MinuteView view(Minute minute) {
        return new MinuteView(
                minute.getNumber(),
                ProtoMapper.instant(minute.hasBeginTime(), minute.getBeginTime()),
                ProtoMapper.read(TimeClass.class, minute.getTimeClass(), "TIME_CLASS_"),
                minute.getClassesList().stream().map(SettlementSchemaMapper::view).toList(),
                minute.getCallIdsList(),
                ProtoMapper.text(minute.getPlaceCell()));
    }
}
