package dev.supporters.load.drive;

import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc.RoutingServiceBlockingStub;

import io.grpc.StatusRuntimeException;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A service that decides calls, by as many connections as there are stubs.
 *
 * @param afterwards what is done with each decision, once its time is taken
 */
public record MeasuredRouting(
        List<RoutingServiceBlockingStub> connections, Consumer<Decision> afterwards) {

    private static final int DEADLINE_SECONDS = 5;

    public MeasuredRouting {
        connections = List.copyOf(connections);
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param since from when on its time counts, as of {@link System#nanoTime()}
     */
    Sample ask(int connection, RouteRequest request, long since) {
        RoutingServiceBlockingStub stub =
                connections
                        .get(connection % connections.size())
                        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
        try {
            Decision decision = stub.route(request).getDecision();
            long nanos = System.nanoTime() - since;
            afterwards.accept(decision);
            return new Sample(nanos, new RouteOutcome.Decided(decision.getReason()));
        } catch (StatusRuntimeException e) {
            return new Sample(
                    System.nanoTime() - since,
                    new RouteOutcome.RequestFailed(e.getStatus().getCode()));
        }
    }
}
