package dev.supporters.driver.application;

import dev.supporters.driver.application.Application.Action;
import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.application.Application.Step;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All applications of one driver, in the order of their numbers. At most one of a product is open. */
public record Applications(List<Application> all) {

    public static final Applications NONE = new Applications(List.of());

    public Applications {
        all = List.copyOf(all);
    }

    public Optional<Application> find(int number) {
        return all.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The one that a request made or changed. */
    Optional<Application> changedBy(Action action, String requestId) {
        return all.stream().filter(each -> each.has(action, requestId)).findFirst();
    }

    Optional<Application> open(Product product) {
        return all.stream().filter(each -> each.product() == product && each.isOpen()).findFirst();
    }

    /** When one of a product was rejected last, or its membership ended. */
    Optional<Instant> waitBegin(Product product) {
        return all.stream()
                .filter(each -> each.product() == product)
                .flatMap(each -> each.waitBegin().stream())
                .max(Instant::compareTo);
    }

    /** Since when the one that waits longest in a state has waited. */
    public Optional<Instant> waitingSince(State state) {
        return all.stream()
                .filter(each -> each.state() == state)
                .map(Application::since)
                .min(Instant::compareTo);
    }

    /** A first step of a new one. */
    Application made(Product product, String region, Step step) {
        return new Application(all.size() + 1, product, region, List.of(step));
    }

    /** With one that is new, or in place of the one of its number. */
    public Applications with(Application changed) {
        List<Application> next = new ArrayList<>(all);
        next.removeIf(each -> each.number() == changed.number());
        next.add(changed.number() - 1, changed);
        return new Applications(next);
    }

    /** The end of a membership: the last step of the application that led to it, or the only one of a member who never applied. */
    public Application ended(Product product, String region, Step step) {
        return approved(product)
                .map(approved -> approved.with(step))
                .orElseGet(() -> made(product, region, step));
    }

    /** An operator has made the driver a member without a review: that decides the open application, or is the first step of a new one. */
    public Application given(Product product, String region, Step step) {
        return open(product)
                .map(open -> open.with(step))
                .orElseGet(() -> made(product, region, step));
    }

    private Optional<Application> approved(Product product) {
        return all.stream()
                .filter(each -> each.product() == product && each.state() == State.APPROVED)
                .findFirst();
    }
}
