package dev.supporters.driver.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.CallId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.driver.status.StatusProjection;
import dev.supporters.driver.status.StatusProjection.KnownEngagement;
import dev.supporters.driver.status.StatusProjection.KnownShift;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.util.Optional;

/** What is known of a driver's status as a document; the part of a topic without events is left out. */
final class StatusMapper implements StateMapper<StatusProjection> {

    static final String COLLECTION = "dispatch_status";

    /** How form 1 wrote a refused and a cancelled engagement. */
    private static final String DROPPED = "DROPPED";

    @Override
    public Document write(StatusProjection projection) {
        Document state = new Document("completed", projection.completed());
        projection.completedIn().ifPresent(workId -> state.append("completedIn", workId.value()));
        projection.work().ifPresent(step -> state.append("work", write(step)));
        projection.engagement().ifPresent(step -> state.append("engagement", write(step)));
        return state;
    }

    @Override
    public StatusProjection read(Document state) {
        StoredFields fields = StoredFields.of(COLLECTION, state);
        return new StatusProjection(
                fields.findPart("work").map(StatusMapper::work),
                fields.findPart("engagement").map(StatusMapper::engagement),
                fields.has("completedIn")
                        ? Optional.of(WorkId.ofStored(fields.text("completedIn")))
                        : Optional.empty(),
                fields.integer("completed"));
    }

    private static Document write(KnownShift step) {
        return new Document("workId", step.workId().value())
                .append("version", step.version())
                .append("state", stored(step.state()))
                .append("time", stored(step.time()));
    }

    private static KnownShift work(StoredFields step) {
        return new KnownShift(
                WorkId.ofStored(step.text("workId")),
                step.number("version"),
                step.constant(step.has("state") ? "state" : "standing", WorkStep.State.class),
                step.instant("time"));
    }

    private static Document write(KnownEngagement step) {
        return new Document("workId", step.workId().value())
                .append("callId", step.callId().value())
                .append("version", step.version())
                .append("state", stored(step.state()))
                .append("time", stored(step.time()));
    }

    private static KnownEngagement engagement(StoredFields step) {
        return new KnownEngagement(
                WorkId.ofStored(step.text("workId")),
                new CallId(step.text("callId")),
                step.number("version"),
                engagementState(step),
                step.instant("time"));
    }

    /** Form 1 did not say whether an engagement was refused or cancelled; the status is the same. */
    private static EngagementStep.State engagementState(StoredFields step) {
        if (step.has("state")) {
            return step.constant("state", EngagementStep.State.class);
        }
        return step.text("phase").equals(DROPPED)
                ? EngagementStep.State.CANCELLED
                : step.constant("phase", EngagementStep.State.class);
    }
}
