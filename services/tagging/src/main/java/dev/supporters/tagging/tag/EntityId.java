package dev.supporters.tagging.tag;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What has tags: a kind, a colon and an id, like "driver:1004550". The proto declares the form. */
public record EntityId(String value) {

    private static final String CUSTOMER = "customer:";

    public EntityId {
        requireNonNull(value);
    }

    public static EntityId ofCustomer(String customerId) {
        return new EntityId(CUSTOMER + customerId);
    }

    /** Before all ids of customers, in alphabetical order. */
    public static String beforeCustomers() {
        return CUSTOMER;
    }

    /** After all ids of customers: the character that follows the colon. */
    public static String afterCustomers() {
        return CUSTOMER.replace(':', ';');
    }

    /** The customer's own id; empty if it is something else. */
    public Optional<String> customerId() {
        return value.startsWith(CUSTOMER)
                ? Optional.of(value.substring(CUSTOMER.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
