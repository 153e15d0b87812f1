package dev.supporters.driver.status;

import dev.supporters.driver.roster.DriverId;
import dev.supporters.driver.roster.Products;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What each driver does at present, for each product. */
@ApplicationScoped
public class StatusBoard {

    private final AggregateStore<Track> tracks;

    StatusBoard(AggregateStore<Track> tracks) {
        this.tracks = tracks;
    }

    public Situation situation(DriverId driverId, Product product) {
        return tracks.find(id(driverId, product))
                .map(Versioned::value)
                .map(Track::situation)
                .orElse(Situation.NEVER_SEEN);
    }

    public void note(DriverId driverId, Product product, WorkStep step) {
        note(id(driverId, product), track -> track.after(step));
    }

    public void note(DriverId driverId, Product product, EngagementStep step) {
        note(id(driverId, product), track -> track.after(step));
    }

    /** The lanes' versions tell what came before; no event id needs to be remembered. */
    private void note(String id, UnaryOperator<Track> step) {
        tracks.react(
                id,
                "",
                (current, version) -> {
                    Track before = current.orElse(Track.NOTHING);
                    Track next = step.apply(before);
                    return next.equals(before) ? Optional.empty() : Optional.of(Change.to(next));
                });
    }

    private static String id(DriverId driverId, Product product) {
        return driverId + "/" + Products.name(Products.required(product));
    }
}
