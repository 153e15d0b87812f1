package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.adapter.graphql.activity.NoticeTypes.DriverNoticePage;
import dev.supporters.gateway.adapter.graphql.activity.NoticeTypes.DriverNoticeView;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseDecision;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseKind;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.proto.activity.v1.ListNoticesResponse;
import dev.supporters.proto.activity.v1.SignalNotice;

/** What drivers are told, from the protos into the schema. */
final class NoticeSchemaMapper {

    private NoticeSchemaMapper() {}

    static DriverNoticePage page(ListNoticesResponse response) {
        return new DriverNoticePage(
                response.getNoticesList().stream().map(NoticeSchemaMapper::view).toList(),
                ProtoMapper.pageInfo(response.getNextPageToken()));
    }

    private static DriverNoticeView view(SignalNotice notice) {
        return new DriverNoticeView(
                notice.getSignalId(),
                notice.getDriverId(),
                ProtoMapper.product(notice.getProduct()),
                ProtoMapper.date(notice.getBusinessDate()),
                notice.getNightsList().stream().map(ProtoMapper::date).toList(),
                ProtoMapper.read(AbuseKind.class, notice.getKind(), SignalSchemaMapper.KIND),
                ProtoMapper.read(
                        AbuseDecision.class, notice.getDecision(), SignalSchemaMapper.DECISION),
                ProtoMapper.read(
                        AbuseDecision.class, notice.getStillCounts(), SignalSchemaMapper.DECISION),
                DriverNoticeText.noticed(notice.getKind()),
                DriverNoticeText.consequence(notice.getDecision(), notice.getStillCounts()),
                ProtoMapper.text(notice.getDriverText()),
                ProtoMapper.instant(notice.hasDecideTime(), notice.getDecideTime()));
    }
}
