package dev.supporters.mlgateway.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.mlgateway.moves.PlannerLease;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

/** A lease as a document. */
final class PlannerLeaseMapper implements StateMapper<PlannerLease> {

    @Override
    public Document write(PlannerLease lease) {
        return new Document("holder", lease.holder()).append("until", stored(lease.until()));
    }

    @Override
    public PlannerLease read(Document state) {
        StoredFields fields = StoredFields.of("leases", state);
        return new PlannerLease(fields.text("holder"), fields.instant("until"));
    }
}
