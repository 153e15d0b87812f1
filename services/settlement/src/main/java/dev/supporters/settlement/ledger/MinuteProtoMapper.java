package dev.supporters.settlement.ledger;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.settlement.v1.ListMinutesResponse;
import dev.supporters.proto.settlement.v1.Minute;
import dev.supporters.settlement.pay.PayTerms;
import dev.supporters.settlement.pay.ShiftMinute;
import dev.supporters.settlement.pay.TimeClass;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/** Minutes as the interface shows them. */
public final class MinuteProtoMapper {

    private MinuteProtoMapper() {}

    public static ListMinutesResponse toProto(MinuteService.Page page) {
        return ListMinutesResponse.newBuilder()
                .addAllMinutes(page.minutes().stream().map(each -> minute(each, page)).toList())
                .setNextPageToken(page.nextToken())
                .build();
    }

    private static Minute minute(ShiftMinute minute, MinuteService.Page page) {
        PayTerms terms = page.terms();
        return Minute.newBuilder()
                .setNumber(minute.number())
                .setBeginTime(Timestamps.of(minute.begin()))
                .setTimeClass(StatementProtoMapper.timeClass(minute.timeClass()))
                .addAllClasses(
                        Arrays.stream(TimeClass.values())
                                .filter(each -> minute.seconds().of(each) > 0)
                                .sorted(Comparator.comparing(StatementProtoMapper::timeClass))
                                .map(each ->
                                        StatementProtoMapper.classTime(
                                                minute.seconds(), terms, each))
                                .toList())
                .addAllCallIds(
                        minute.commandIds().stream()
                                .map(page.callsByCommand()::get)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .setPlaceCell(page.places().before(minute.end()).orElse(""))
                .build();
    }
}
