package dev.supporters.driver.status;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Products;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What each driver does now, for each product. */
@ApplicationScoped
public class DriverStatusService {

    private final AggregateStore<StatusProjection> projections;

    DriverStatusService(AggregateStore<StatusProjection> projections) {
        this.projections = projections;
    }

    public DriverStatus status(DriverId driverId, Product product) {
        return projections
                .find(id(driverId, product))
                .map(Versioned::value)
                .map(StatusProjection::status)
                .orElse(DriverStatus.NEVER_SEEN);
    }

    public void apply(WorkStep step) {
        update(id(step.driverId(), step.product()), known -> known.after(step));
    }

    public void apply(EngagementStep step) {
        update(id(step.driverId(), step.product()), known -> known.after(step));
    }

    /** The versions in the projection say what was applied already; so no event id is remembered. */
    private void update(String id, UnaryOperator<StatusProjection> step) {
        projections.react(
                id,
                "",
                (current, version) -> {
                    StatusProjection before = current.orElse(StatusProjection.NOTHING);
                    StatusProjection next = step.apply(before);
                    return next.equals(before) ? Optional.empty() : Optional.of(Change.to(next));
                });
    }

    private static String id(DriverId driverId, Product product) {
        return driverId + "/" + Products.name(Products.required(product));
    }
}
