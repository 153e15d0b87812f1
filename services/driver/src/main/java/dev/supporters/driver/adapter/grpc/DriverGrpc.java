package dev.supporters.driver.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.application.Application;
import dev.supporters.driver.application.ApplicationProtoMapper;
import dev.supporters.driver.application.ApplicationService;
import dev.supporters.driver.application.ShownApplication;
import dev.supporters.driver.eligibility.Eligibility;
import dev.supporters.driver.eligibility.EligibilityProtoMapper;
import dev.supporters.driver.eligibility.EligibilityService;
import dev.supporters.driver.profile.DriverMessages;
import dev.supporters.driver.profile.Profile;
import dev.supporters.driver.profile.ProfileOrder;
import dev.supporters.driver.profile.ProfileService;
import dev.supporters.driver.statistics.DriverDay;
import dev.supporters.driver.statistics.ImportService;
import dev.supporters.driver.statistics.Incident;
import dev.supporters.driver.statistics.IncidentService;
import dev.supporters.driver.statistics.RatingService;
import dev.supporters.driver.statistics.StatisticsProtoMapper;
import dev.supporters.driver.status.DriverStatus;
import dev.supporters.driver.status.DriverStatusService;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ApplyRequest;
import dev.supporters.proto.driver.v1.ApplyResponse;
import dev.supporters.proto.driver.v1.BatchGetRequest;
import dev.supporters.proto.driver.v1.BatchGetResponse;
import dev.supporters.proto.driver.v1.DispatchStatus;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverService;
import dev.supporters.proto.driver.v1.GetApplicationRequest;
import dev.supporters.proto.driver.v1.GetApplicationResponse;
import dev.supporters.proto.driver.v1.GetDispatchStatusRequest;
import dev.supporters.proto.driver.v1.GetDispatchStatusResponse;
import dev.supporters.proto.driver.v1.GetEligibilityRequest;
import dev.supporters.proto.driver.v1.GetEligibilityResponse;
import dev.supporters.proto.driver.v1.GetRequest;
import dev.supporters.proto.driver.v1.GetResponse;
import dev.supporters.proto.driver.v1.ImportStatisticsRequest;
import dev.supporters.proto.driver.v1.ImportStatisticsResponse;
import dev.supporters.proto.driver.v1.LeaveGroupRequest;
import dev.supporters.proto.driver.v1.LeaveGroupResponse;
import dev.supporters.proto.driver.v1.ListApplicationsRequest;
import dev.supporters.proto.driver.v1.ListApplicationsResponse;
import dev.supporters.proto.driver.v1.ListIncidentsRequest;
import dev.supporters.proto.driver.v1.ListIncidentsResponse;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.PutResponse;
import dev.supporters.proto.driver.v1.RateDriveRequest;
import dev.supporters.proto.driver.v1.RateDriveResponse;
import dev.supporters.proto.driver.v1.RecordIncidentRequest;
import dev.supporters.proto.driver.v1.RecordIncidentResponse;
import dev.supporters.proto.driver.v1.ReviewApplicationRequest;
import dev.supporters.proto.driver.v1.ReviewApplicationResponse;
import dev.supporters.proto.driver.v1.RevokeIncidentRequest;
import dev.supporters.proto.driver.v1.RevokeIncidentResponse;
import dev.supporters.proto.driver.v1.SetActivityModeRequest;
import dev.supporters.proto.driver.v1.SetActivityModeResponse;
import dev.supporters.proto.driver.v1.SupplementApplicationRequest;
import dev.supporters.proto.driver.v1.SupplementApplicationResponse;
import dev.supporters.proto.driver.v1.WithdrawApplicationRequest;
import dev.supporters.proto.driver.v1.WithdrawApplicationResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import java.time.Instant;
import java.util.List;

/** The drivers over gRPC. */
@GrpcService
class DriverGrpc implements DriverService {

    private static final int STANDARD_PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final ProfileService profiles;
    private final DriverStatusService statuses;
    private final ApplicationService applications;
    private final EligibilityService eligibility;
    private final RatingService ratings;
    private final IncidentService incidents;
    private final ImportService imports;
    private final GrpcResponder responder;

    DriverGrpc(
            ProfileService profiles,
            DriverStatusService statuses,
            ApplicationService applications,
            EligibilityService eligibility,
            RatingService ratings,
            IncidentService incidents,
            ImportService imports,
            GrpcResponder responder) {
        this.profiles = profiles;
        this.statuses = statuses;
        this.applications = applications;
        this.eligibility = eligibility;
        this.ratings = ratings;
        this.incidents = incidents;
        this.imports = imports;
        this.responder = responder;
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return responder.answer(() -> {
            Profile found = profiles.get(new DriverId(request.getDriverId()));
            return GetResponse.newBuilder()
                    .setDriver(DriverMessages.driver(found))
                    .addAllModeChanges(
                            found.modes().newest(request.getModeChangesSize()).stream()
                                    .map(DriverMessages::modeChange)
                                    .toList())
                    .build();
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
                            new ProfileOrder(
                                    request.getRequestId(),
                                    new DriverId(driver.getDriverId()),
                                    driver.getName(),
                                    memberships(driver),
                                    request.getActor(),
                                    request.getReason()));
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
                            request.getMode(),
                            request.getActor());
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

    @Override
    public Uni<GetEligibilityResponse> getEligibility(GetEligibilityRequest request) {
        return responder.answer(() -> {
            Profile profile = profiles.get(new DriverId(request.getDriverId()));
            Eligibility found =
                    eligibility.of(profile.driverId(), request.getProduct(), request.getRegion());
            return GetEligibilityResponse.newBuilder()
                    .setEligibility(
                            EligibilityProtoMapper.toProto(found)
                                    .setDriverId(profile.driverId().value())
                                    .setProduct(request.getProduct())
                                    .setRegion(request.getRegion()))
                    .build();
        });
    }

    @Override
    public Uni<ApplyResponse> apply(ApplyRequest request) {
        return responder.answer(() -> {
            ShownApplication made =
                    applications.apply(
                            request.getRequestId(),
                            new DriverId(request.getDriverId()),
                            request.getProduct(),
                            request.getRegion(),
                            request.getText());
            return ApplyResponse.newBuilder()
                    .setApplication(ApplicationProtoMapper.toProto(made))
                    .build();
        });
    }

    @Override
    public Uni<SupplementApplicationResponse> supplementApplication(
            SupplementApplicationRequest request) {
        return responder.answer(() -> {
            ShownApplication supplemented =
                    applications.supplement(
                            request.getRequestId(),
                            Application.Id.of(request.getApplicationId()),
                            new DriverId(request.getDriverId()),
                            request.getText());
            return SupplementApplicationResponse.newBuilder()
                    .setApplication(ApplicationProtoMapper.toProto(supplemented))
                    .build();
        });
    }

    @Override
    public Uni<WithdrawApplicationResponse> withdrawApplication(
            WithdrawApplicationRequest request) {
        return responder.answer(() -> {
            ShownApplication withdrawn =
                    applications.withdraw(
                            request.getRequestId(),
                            Application.Id.of(request.getApplicationId()),
                            new DriverId(request.getDriverId()));
            return WithdrawApplicationResponse.newBuilder()
                    .setApplication(ApplicationProtoMapper.toProto(withdrawn))
                    .build();
        });
    }

    @Override
    public Uni<ReviewApplicationResponse> reviewApplication(ReviewApplicationRequest request) {
        return responder.answer(() -> {
            ShownApplication reviewed = applications.review(ApplicationRequests.review(request));
            return ReviewApplicationResponse.newBuilder()
                    .setApplication(ApplicationProtoMapper.toProto(reviewed))
                    .build();
        });
    }

    @Override
    public Uni<LeaveGroupResponse> leaveGroup(LeaveGroupRequest request) {
        return responder.answer(() -> {
            Profile left =
                    applications.leave(
                            request.getRequestId(),
                            new DriverId(request.getDriverId()),
                            request.getProduct(),
                            request.getText());
            return LeaveGroupResponse.newBuilder().setDriver(DriverMessages.driver(left)).build();
        });
    }

    @Override
    public Uni<GetApplicationResponse> getApplication(GetApplicationRequest request) {
        return responder.answer(() -> {
            ShownApplication found =
                    applications.get(Application.Id.of(request.getApplicationId()));
            return GetApplicationResponse.newBuilder()
                    .setApplication(ApplicationProtoMapper.toProto(found))
                    .build();
        });
    }

    @Override
    public Uni<ListApplicationsResponse> listApplications(ListApplicationsRequest request) {
        return responder.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), STANDARD_PAGE, LARGEST_PAGE);
            ApplicationService.Page page =
                    request.getDriverId().isEmpty()
                            ? applications.waitForReview(request.getPageToken(), size)
                            : applications.of(new DriverId(request.getDriverId()));
            return ListApplicationsResponse.newBuilder()
                    .addAllApplications(
                            page.applications().stream()
                                    .map(ApplicationProtoMapper::toProto)
                                    .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<RateDriveResponse> rateDrive(RateDriveRequest request) {
        return responder.answer(() ->
                RateDriveResponse.newBuilder()
                        .setStars(ratings.rate(ApplicationRequests.rating(request)).stars())
                        .build());
    }

    @Override
    public Uni<RecordIncidentResponse> recordIncident(RecordIncidentRequest request) {
        return responder.answer(() -> {
            profiles.get(new DriverId(request.getDriverId()));
            IncidentService.Shown recorded =
                    incidents.record(ApplicationRequests.incident(request));
            return RecordIncidentResponse.newBuilder()
                    .setIncident(StatisticsProtoMapper.toProto(recorded.day(), recorded.incident()))
                    .build();
        });
    }

    @Override
    public Uni<RevokeIncidentResponse> revokeIncident(RevokeIncidentRequest request) {
        return responder.answer(() -> {
            IncidentService.Shown revoked =
                    incidents.revoke(
                            request.getRequestId(),
                            Incident.Id.of(request.getIncidentId()),
                            request.getReason(),
                            request.getActor());
            return RevokeIncidentResponse.newBuilder()
                    .setIncident(StatisticsProtoMapper.toProto(revoked.day(), revoked.incident()))
                    .build();
        });
    }

    @Override
    public Uni<ListIncidentsResponse> listIncidents(ListIncidentsRequest request) {
        return responder.answer(() -> {
            ListIncidentsResponse.Builder response = ListIncidentsResponse.newBuilder();
            for (DriverDay day :
                    incidents.of(new DriverId(request.getDriverId()), request.getProduct())) {
                day.incidents()
                        .forEach(incident ->
                                response.addIncidents(
                                        StatisticsProtoMapper.toProto(day.key(), incident)));
            }
            return response.build();
        });
    }

    @Override
    public Uni<ImportStatisticsResponse> importStatistics(ImportStatisticsRequest request) {
        return responder.answer(() ->
                ApplicationRequests.response(
                        imports.take(request.getRequestId(), request.getRowsList())));
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
