package dev.supporters.gateway.adapter.graphql.remote;

import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemoteFailureView;
import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemoteLatencyView;
import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemotePartView;
import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemotePartsView;
import dev.supporters.proto.remote.v1.ListResponse;
import dev.supporters.proto.remote.v1.RemoteLatency;
import dev.supporters.proto.remote.v1.RemotePart;

import java.time.Instant;

/** Parts that services ask, between the protos and the schema. */
final class RemoteSchemaMapper {

    private RemoteSchemaMapper() {}

    static RemotePartsView view(ListResponse parts, Instant readAt) {
        return new RemotePartsView(
                parts.getProcess(),
                readAt,
                parts.getPartsList().stream().map(RemoteSchemaMapper::view).toList());
    }

    private static RemotePartView view(RemotePart part) {
        return new RemotePartView(
                part.getName(),
                part.getBreakerOpen(),
                part.getAnswered(),
                part.getFailed(),
                part.getTotalMilliseconds(),
                part.getFailuresList().stream()
                        .map(each -> new RemoteFailureView(each.getReason(), each.getCount()))
                        .toList(),
                part.getLatenciesList().stream().map(RemoteSchemaMapper::view).toList());
    }

    private static RemoteLatencyView view(RemoteLatency latency) {
        return new RemoteLatencyView(
                latency.hasUpToMilliseconds() ? latency.getUpToMilliseconds() : null,
                latency.getCount());
    }
}
