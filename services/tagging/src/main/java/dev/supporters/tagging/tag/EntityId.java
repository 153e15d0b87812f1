package dev.supporters.tagging.tag;

import static java.util.Objects.requireNonNull;

/** What has tags: a kind, a colon and an id, like "driver:1004550". The proto declares the form. */
public record EntityId(String value) {

    private static final String CUSTOMER = "customer:";

    public EntityId {
        requireNonNull(value);
    }

    public static EntityId ofCustomer(String customerId) {
        return new EntityId(CUSTOMER + customerId);
    }

    @Override
    public String toString() {
        return value;
    }
}
