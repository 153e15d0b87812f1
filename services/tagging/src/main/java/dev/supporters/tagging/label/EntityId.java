package dev.supporters.tagging.label;

import dev.supporters.platform.refusal.Refusal;

import java.util.regex.Pattern;

/** The form of an entity's id: its kind and its number or name there. */
public final class EntityId {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{0,19}:[A-Za-z0-9._-]{1,100}");
    private static final String CUSTOMER = "customer:";

    private EntityId() {}

    /** The id, if it is one. */
    public static String require(String id) {
        if (!FORM.matcher(id).matches()) {
            throw Refusal.invalid(
                    "entity_id", id, "a kind, a colon and an id, like driver:1004550");
        }
        return id;
    }

    public static String ofCustomer(String customerId) {
        return CUSTOMER + customerId;
    }
}
