package dev.supporters.gateway.adapter.graphql.common;

/** Descriptions that many parts of the schema share. */
public final class SchemaDescriptions {

    public static final String CLIENT_MUTATION_ID =
            "Idempotency key, at most 100 characters: the same again changes nothing. One is made if it is missing.";
    public static final String DRIVER = "The driver; a driver may leave it out.";
    public static final String FIRST = "At most so many; 100 if left out.";
    public static final String AFTER = "The endCursor of an earlier answer.";

    private SchemaDescriptions() {}
}
