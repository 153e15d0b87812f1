package dev.supporters.gateway.adapter.graphql.view;

/** What the schema says of that which many of its parts have. */
public final class Words {

    public static final String CLIENT_MUTATION_ID =
            "Idempotency key, at most 100 characters: the same again changes nothing. One is made if it is missing.";
    public static final String DRIVER = "The driver; a driver may leave it out.";
    public static final String FIRST = "At most so many; 100 if left out.";
    public static final String AFTER = "The endCursor of an earlier answer.";

    private Words() {}
}
