package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.Application;
import dev.supporters.proto.driver.v1.ApplyRequest;
import dev.supporters.proto.driver.v1.BatchGetRequest;
import dev.supporters.proto.driver.v1.DispatchStatus;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc.DriverServiceBlockingStub;
import dev.supporters.proto.driver.v1.Eligibility;
import dev.supporters.proto.driver.v1.GetApplicationRequest;
import dev.supporters.proto.driver.v1.GetDispatchStatusRequest;
import dev.supporters.proto.driver.v1.GetEligibilityRequest;
import dev.supporters.proto.driver.v1.GetRequest;
import dev.supporters.proto.driver.v1.ImportStatisticsRequest;
import dev.supporters.proto.driver.v1.ImportStatisticsResponse;
import dev.supporters.proto.driver.v1.Incident;
import dev.supporters.proto.driver.v1.LeaveGroupRequest;
import dev.supporters.proto.driver.v1.ListApplicationsRequest;
import dev.supporters.proto.driver.v1.ListApplicationsResponse;
import dev.supporters.proto.driver.v1.ListIncidentsRequest;
import dev.supporters.proto.driver.v1.ModeChange;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.RateDriveRequest;
import dev.supporters.proto.driver.v1.RecordIncidentRequest;
import dev.supporters.proto.driver.v1.ReviewApplicationRequest;
import dev.supporters.proto.driver.v1.RevokeIncidentRequest;
import dev.supporters.proto.driver.v1.SetActivityModeRequest;
import dev.supporters.proto.driver.v1.SupplementApplicationRequest;
import dev.supporters.proto.driver.v1.WithdrawApplicationRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The service `driver`. */
@ApplicationScoped
public class DriverClient {

    private static final Logger LOG = Logger.getLogger(DriverClient.class);

    /** As many as the page of the schema has. */
    private static final int MOST_MODE_CHANGES = 100;

    private static final String REMOTE = "driver";

    /** Writes many rows in one request, and must not take the place of what drivers ask. */
    public static final String IMPORT = "driver-import";

    private final ServiceInvoker invoker;
    private final DriverServiceBlockingStub stub;

    DriverClient(ServiceInvoker invoker, @GrpcClient("driver") DriverServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    public Driver get(DriverId driverId) {
        GetRequest request = GetRequest.newBuilder().setDriverId(driverId.value()).build();
        return invoker.call(REMOTE, request, stub::get).getDriver();
    }

    /** Names by id, in one call. If the service fails there are none: a name is never worth failing a query. */
    public Map<String, String> names(Collection<String> driverIds) {
        if (driverIds.isEmpty()) {
            return Map.of();
        }
        BatchGetRequest request = BatchGetRequest.newBuilder().addAllDriverIds(driverIds).build();
        try {
            return invoker.call(REMOTE, request, stub::batchGet).getDriversList().stream()
                    .collect(Collectors.toMap(Driver::getDriverId, Driver::getName));
        } catch (Refusal refusal) {
            if (!ErrorReasons.failure(refusal.reason())) {
                throw refusal;
            }
            LOG.debugf("drivers go without names reason=%s", refusal.reasonName());
            return Map.of();
        }
    }

    public DispatchStatus dispatchStatus(DriverId driverId, Product product) {
        GetDispatchStatusRequest request =
                GetDispatchStatusRequest.newBuilder()
                        .setDriverId(driverId.value())
                        .setProduct(product)
                        .build();
        return invoker.call(REMOTE, request, stub::getDispatchStatus).getStatus();
    }

    public Driver put(PutRequest request) {
        return invoker.call(REMOTE, request, stub::put).getDriver();
    }

    public Eligibility eligibility(GetEligibilityRequest request) {
        return invoker.call(REMOTE, request, stub::getEligibility).getEligibility();
    }

    public Application apply(ApplyRequest request) {
        return invoker.call(REMOTE, request, stub::apply).getApplication();
    }

    public Application supplement(SupplementApplicationRequest request) {
        return invoker.call(REMOTE, request, stub::supplementApplication).getApplication();
    }

    public Application withdraw(WithdrawApplicationRequest request) {
        return invoker.call(REMOTE, request, stub::withdrawApplication).getApplication();
    }

    public Application review(ReviewApplicationRequest request) {
        return invoker.call(REMOTE, request, stub::reviewApplication).getApplication();
    }

    public Driver leave(LeaveGroupRequest request) {
        return invoker.call(REMOTE, request, stub::leaveGroup).getDriver();
    }

    public Application application(String applicationId) {
        GetApplicationRequest request =
                GetApplicationRequest.newBuilder().setApplicationId(applicationId).build();
        return invoker.call(REMOTE, request, stub::getApplication).getApplication();
    }

    public ListApplicationsResponse applications(ListApplicationsRequest request) {
        return invoker.call(REMOTE, request, stub::listApplications);
    }

    /** The stars. */
    public int rate(RateDriveRequest request) {
        return invoker.call(REMOTE, request, stub::rateDrive).getStars();
    }

    public Incident record(RecordIncidentRequest request) {
        return invoker.call(REMOTE, request, stub::recordIncident).getIncident();
    }

    public Incident revoke(RevokeIncidentRequest request) {
        return invoker.call(REMOTE, request, stub::revokeIncident).getIncident();
    }

    public List<Incident> incidents(ListIncidentsRequest request) {
        return invoker.call(REMOTE, request, stub::listIncidents).getIncidentsList();
    }

    public ImportStatisticsResponse importStatistics(ImportStatisticsRequest request) {
        return invoker.call(IMPORT, request, stub::importStatistics);
    }

    /** The newest, the oldest of them first. */
    public List<ModeChange> modeChanges(DriverId driverId) {
        return invoker.call(
                        REMOTE,
                        GetRequest.newBuilder()
                                .setDriverId(driverId.value())
                                .setModeChangesSize(MOST_MODE_CHANGES)
                                .build(),
                        stub::get)
                .getModeChangesList();
    }

    public Driver setActivityMode(SetActivityModeRequest request) {
        return invoker.call(REMOTE, request, stub::setActivityMode).getDriver();
    }
}
