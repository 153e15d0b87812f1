package dev.supporters.policy.adapter.mongo;

import io.quarkus.mongodb.panache.common.MongoEntity;

import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;

/** A replaced version; written once, never changed. */
@MongoEntity(collection = "policy_history")
public class ArchivedRevision {

    /** Key and version, like "DRIVER/seoul@7". */
    @BsonId public String id;

    /** Product and region. */
    public String key;

    /** The version. */
    public long version;

    /** The request that put it. */
    public String requestId;

    /** The version as its document had it. */
    public Document state;
}
