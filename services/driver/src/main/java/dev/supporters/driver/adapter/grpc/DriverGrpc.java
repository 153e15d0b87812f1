package dev.supporters.driver.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.profile.DriverMessages;
import dev.supporters.driver.profile.Profile;
import dev.supporters.driver.profile.ProfileService;
import dev.supporters.driver.status.DriverStatus;
import dev.supporters.driver.status.DriverStatusService;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.BatchGetRequest;
import dev.supporters.proto.driver.v1.BatchGetResponse;
import dev.supporters.proto.driver.v1.DispatchStatus;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverService;
import dev.supporters.proto.driver.v1.GetDispatchStatusRequest;
import dev.supporters.proto.driver.v1.GetDispatchStatusResponse;
import dev.supporters.proto.driver.v1.GetRequest;
import dev.supporters.proto.driver.v1.GetResponse;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.PutResponse;
import dev.supporters.proto.driver.v1.SetActivityModeRequest;
import dev.supporters.proto.driver.v1.SetActivityModeResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import java.time.Instant;
import java.util.List;

/** The drivers over gRPC. */
@GrpcService
class DriverGrpc implements DriverService {

    private final ProfileService profiles;
    private final DriverStatusService statuses;
    private final GrpcResponder responder;

    DriverGrpc(ProfileService profiles, DriverStatusService statuses, GrpcResponder responder) {
        this.profiles = profiles;
        this.statuses = statuses;
        this.responder = responder;
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return responder.answer(() -> {
            Profile found = profiles.get(new DriverId(request.getDriverId()));
            return GetResponse.newBuilder().setDriver(DriverMessages.driver(found)).build();
        });
    }

    @Override
    public Uni<BatchGetResponse> batchGet(BatchGetRequest request) {
        return responder.answer(() -> {
            List<DriverId> ids = request.getDriverIdsList().stream().map(DriverId::new).toList();
            List<Driver> found = profiles.get(ids).stream().map(DriverMessages::driver).toList();
            return BatchGetResponse.newBuilder().addAllDrivers(found).build();
        });
    }

    @Override
    public Uni<PutResponse> put(PutRequest request) {
        return responder.answer(() -> {
            Driver driver = request.getDriver();
            Profile put =
                    profiles.put(
                            request.getRequestId(),
                            new DriverId(driver.getDriverId()),
                            driver.getName(),
                            memberships(driver));
            return PutResponse.newBuilder().setDriver(DriverMessages.driver(put)).build();
        });
    }

    @Override
    public Uni<SetActivityModeResponse> setActivityMode(SetActivityModeRequest request) {
        return responder.answer(() -> {
            Profile set =
                    profiles.setMode(
                            request.getRequestId(),
                            new DriverId(request.getDriverId()),
                            request.getProduct(),
                            request.getMode());
            return SetActivityModeResponse.newBuilder()
                    .setDriver(DriverMessages.driver(set))
                    .build();
        });
    }

    @Override
    public Uni<GetDispatchStatusResponse> getDispatchStatus(GetDispatchStatusRequest request) {
        return responder.answer(() -> {
            Profile profile = profiles.get(new DriverId(request.getDriverId()));
            DriverStatus status = statuses.status(profile.driverId(), request.getProduct());
            return GetDispatchStatusResponse.newBuilder()
                    .setStatus(message(profile.driverId(), request.getProduct(), status))
                    .build();
        });
    }

    private static List<Profile.Membership> memberships(Driver driver) {
        return driver.getMembershipsList().stream()
                .map(given ->
                        new Profile.Membership(
                                given.getProduct(), given.getRegion(), given.getMode()))
                .toList();
    }

    private static DispatchStatus message(DriverId driverId, Product product, DriverStatus status) {
        DispatchStatus.Builder message =
                DispatchStatus.newBuilder()
                        .setDriverId(driverId.value())
                        .setProduct(product)
                        .setState(status.state())
                        .setCompletedDrives(status.completedDrives());
        status.callId().ifPresent(callId -> message.setCallId(callId.value()));
        if (status.beginTime().isAfter(Instant.EPOCH)) {
            message.setBeginTime(Timestamps.of(status.beginTime()));
        }
        return message.build();
    }
}
