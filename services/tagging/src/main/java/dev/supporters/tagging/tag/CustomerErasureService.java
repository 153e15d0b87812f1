package dev.supporters.tagging.tag;

import dev.supporters.contract.CustomerDigest;
import dev.supporters.platform.store.Change;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Erases the tags of customers who were erased. Only their digests are told, so all customers who have had tags are looked through, once
 * for all erasures that wait. Each process does it for itself, and again after a start: what was done changes nothing, and tags that a
 * customer got later stay.
 */
@ApplicationScoped
public class CustomerErasureService {

    private static final Logger LOG = Logger.getLogger(CustomerErasureService.class);
    private static final int PAGE = 1_000;

    private final EntityTagsRepository entities;
    private final Map<String, Instant> waiting = new ConcurrentHashMap<>();

    public CustomerErasureService(EntityTagsRepository entities) {
        this.entities = entities;
    }

    /** A customer was erased; her tags are with the next {@link #eraseWaiting}. */
    public void erased(String digest, Instant time) {
        waiting.merge(digest, time, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** If the store fails, they go on waiting. */
    public void eraseWaiting() {
        Map<String, Instant> erasures = Map.copyOf(waiting);
        if (erasures.isEmpty()) {
            return;
        }
        String after = EntityId.beforeCustomers();
        List<EntityId> page;
        do {
            page = entities.customers(after, PAGE);
            page.forEach(customer -> erase(customer, erasures));
            after = page.isEmpty() ? after : page.getLast().value();
        } while (page.size() == PAGE);
        erasures.forEach(waiting::remove);
    }

    private void erase(EntityId customer, Map<String, Instant> erasures) {
        String digest = customer.customerId().map(CustomerDigest::of).orElseThrow();
        Optional.ofNullable(erasures.get(digest))
                .ifPresent(time -> {
                    entities.change(
                            customer,
                            "",
                            (current, version) ->
                                    current.flatMap(tags -> tags.erased(time)).map(Change::to));
                    LOG.infof("tags of a customer erased customer=%s", digest);
                });
    }
}
