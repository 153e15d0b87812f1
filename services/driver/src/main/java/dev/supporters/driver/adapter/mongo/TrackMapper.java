package dev.supporters.driver.adapter.mongo;

import dev.supporters.driver.status.EngagementStep;
import dev.supporters.driver.status.Track;
import dev.supporters.driver.status.WorkId;
import dev.supporters.driver.status.WorkStep;
import dev.supporters.platform.store.StateMapper;

import org.bson.Document;

import java.time.Instant;
import java.util.Optional;

/** A driver's track as a document; a lane that nothing was told of is left out. */
public final class TrackMapper implements StateMapper<Track> {

    @Override
    public Document write(Track track) {
        Document state = new Document("completed", track.completed());
        track.completedIn().ifPresent(workId -> state.append("completedIn", workId.value()));
        track.work().ifPresent(step -> state.append("work", write(step)));
        track.engagement().ifPresent(step -> state.append("engagement", write(step)));
        return state;
    }

    @Override
    public Track read(Document state) {
        return new Track(
                Optional.ofNullable(state.get("work", Document.class)).map(TrackMapper::work),
                Optional.ofNullable(state.get("engagement", Document.class))
                        .map(TrackMapper::engagement),
                Optional.ofNullable(state.getString("completedIn")).map(WorkId::new),
                state.getInteger("completed"));
    }

    private static Document write(WorkStep step) {
        return new Document("workId", step.workId().value())
                .append("version", step.version())
                .append("standing", step.standing().name())
                .append("time", step.time().toString());
    }

    private static WorkStep work(Document step) {
        return new WorkStep(
                new WorkId(step.getString("workId")),
                step.getLong("version"),
                WorkStep.Standing.valueOf(step.getString("standing")),
                Instant.parse(step.getString("time")));
    }

    private static Document write(EngagementStep step) {
        return new Document("workId", step.workId().value())
                .append("callId", step.callId())
                .append("version", step.version())
                .append("phase", step.phase().name())
                .append("time", step.time().toString());
    }

    private static EngagementStep engagement(Document step) {
        return new EngagementStep(
                new WorkId(step.getString("workId")),
                step.getString("callId"),
                step.getLong("version"),
                EngagementStep.Phase.valueOf(step.getString("phase")),
                Instant.parse(step.getString("time")));
    }
}
