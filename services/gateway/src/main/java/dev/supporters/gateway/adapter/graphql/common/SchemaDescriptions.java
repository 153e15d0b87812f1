package dev.supporters.gateway.adapter.graphql.common;

/** Descriptions that many parts of the schema share. */
public final class SchemaDescriptions {

    public static final String CLIENT_MUTATION_ID =
            "Idempotency key, at most 100 characters: the same request again changes nothing, another request with the same key is refused. A new key is made if it is left out.";
    public static final String REQUIRED_CLIENT_MUTATION_ID =
            "Idempotency key, 1 to 100 characters: the same request again changes nothing, another request with the same key is refused.";
    public static final String DRIVER = "The driver; a driver may leave it out.";
    public static final String FIRST = "The most items of the page; 100 if left out.";
    public static final String AFTER = "The endCursor of an earlier answer.";

    private SchemaDescriptions() {}
}
