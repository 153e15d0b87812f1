package dev.supporters.work.adapter.grpc;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.work.begin.App;
import dev.supporters.work.begin.AppVersion;
import dev.supporters.work.begin.BeginOrder;
import dev.supporters.work.begin.Position;

/** Reads requests into values; what does not fit is refused with its field's name. */
final class WorkRequests {

    private WorkRequests() {}

    static BeginOrder begin(BeginRequest request) {
        if (!request.hasLocation()) {
            throw Refusal.invalid("location", "nothing", "where the driver stands");
        }
        return new BeginOrder(
                request.getRequestId(),
                request.getDriverId(),
                request.getProduct(),
                new Position(request.getLocation().getLat(), request.getLocation().getLng()),
                new App(request.getAppPlatform(), AppVersion.parse(request.getAppVersion())));
    }
}
