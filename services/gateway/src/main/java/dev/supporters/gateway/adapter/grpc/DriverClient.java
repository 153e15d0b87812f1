package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.BatchGetRequest;
import dev.supporters.proto.driver.v1.DispatchStatus;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc.DriverServiceBlockingStub;
import dev.supporters.proto.driver.v1.GetDispatchStatusRequest;
import dev.supporters.proto.driver.v1.GetRequest;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.SetActivityModeRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The service `driver`. */
@ApplicationScoped
public class DriverClient {

    private static final Logger LOG = Logger.getLogger(DriverClient.class);
    private static final String REMOTE = "driver";

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

    public Driver setActivityMode(SetActivityModeRequest request) {
        return invoker.call(REMOTE, request, stub::setActivityMode).getDriver();
    }
}
