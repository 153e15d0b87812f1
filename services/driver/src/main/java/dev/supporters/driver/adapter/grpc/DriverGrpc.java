package dev.supporters.driver.adapter.grpc;

import dev.supporters.driver.roster.DriverId;
import dev.supporters.driver.roster.DriverMessages;
import dev.supporters.driver.roster.Membership;
import dev.supporters.driver.roster.Products;
import dev.supporters.driver.roster.Profile;
import dev.supporters.driver.roster.Roster;
import dev.supporters.driver.status.Situation;
import dev.supporters.driver.status.StatusBoard;
import dev.supporters.platform.refusal.Refusal;
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

    private final Roster roster;
    private final StatusBoard board;
    private final GrpcResponder rpc;

    DriverGrpc(Roster roster, StatusBoard board, GrpcResponder rpc) {
        this.roster = roster;
        this.board = board;
        this.rpc = rpc;
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return rpc.answer(() -> {
            Profile found = roster.get(new DriverId(request.getDriverId()));
            return GetResponse.newBuilder().setDriver(DriverMessages.driver(found)).build();
        });
    }

    @Override
    public Uni<BatchGetResponse> batchGet(BatchGetRequest request) {
        return rpc.answer(() -> {
            List<DriverId> ids = request.getDriverIdsList().stream().map(DriverId::new).toList();
            List<Driver> found = roster.get(ids).stream().map(DriverMessages::driver).toList();
            return BatchGetResponse.newBuilder().addAllDrivers(found).build();
        });
    }

    @Override
    public Uni<PutResponse> put(PutRequest request) {
        return rpc.answer(() -> {
            if (!request.hasDriver()) {
                throw Refusal.invalid("driver", "nothing", "a whole profile");
            }
            Driver driver = request.getDriver();
            Profile put =
                    roster.put(
                            request.getRequestId(),
                            new DriverId(driver.getDriverId()),
                            driver.getName(),
                            memberships(driver));
            return PutResponse.newBuilder().setDriver(DriverMessages.driver(put)).build();
        });
    }

    @Override
    public Uni<SetActivityModeResponse> setActivityMode(SetActivityModeRequest request) {
        return rpc.answer(() -> {
            Profile set =
                    roster.setMode(
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
        return rpc.answer(() -> {
            Product product = Products.required(request.getProduct());
            Profile profile = roster.get(new DriverId(request.getDriverId()));
            Situation situation = board.situation(profile.driverId(), product);
            return GetDispatchStatusResponse.newBuilder()
                    .setStatus(status(profile.driverId(), product, situation))
                    .build();
        });
    }

    private static List<Membership> memberships(Driver driver) {
        return driver.getMembershipsList().stream()
                .map(given ->
                        new Membership(given.getProduct(), given.getRegion(), given.getMode()))
                .toList();
    }

    private static DispatchStatus status(DriverId driverId, Product product, Situation situation) {
        DispatchStatus.Builder status =
                DispatchStatus.newBuilder()
                        .setDriverId(driverId.value())
                        .setProduct(product)
                        .setState(situation.state())
                        .setCallId(situation.callId())
                        .setCompletedDrives(situation.completedDrives());
        if (situation.beginTime().isAfter(Instant.EPOCH)) {
            status.setBeginTime(Timestamps.of(situation.beginTime()));
        }
        return status.build();
    }
}
