package dev.supporters.move.adapter.mongo;

import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.move.proposal.EngagementStep;
import dev.supporters.move.proposal.Waiting;
import dev.supporters.move.proposal.WorkId;
import dev.supporters.move.proposal.WorkStep;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.time.Instant;
import java.util.Optional;

/** A driver's moves as a document; what is not there is left out. */
public final class DriverMovesMapper implements StateMapper<DriverMoves> {

    /** Milliseconds at which time by itself changes something. */
    static final String DUE = "due";

    @Override
    public Document write(DriverMoves moves) {
        Document state =
                new Document("past", moves.past().stream().map(MoveMapper::write).toList());
        moves.work().ifPresent(step -> state.append("work", write(step)));
        moves.engagement().ifPresent(step -> state.append("engagement", write(step)));
        moves.live().ifPresent(move -> state.append("live", MoveMapper.write(move)));
        moves.waiting().ifPresent(waiting -> state.append("waiting", write(waiting)));
        moves.due().ifPresent(due -> state.append(DUE, due.toEpochMilli()));
        return state;
    }

    @Override
    public DriverMoves read(Document state) {
        return new DriverMoves(
                part(state, "work").map(DriverMovesMapper::work),
                part(state, "engagement").map(DriverMovesMapper::engagement),
                part(state, "live").map(MoveMapper::live),
                part(state, "waiting").map(DriverMovesMapper::waiting),
                state.getList("past", Document.class).stream().map(MoveMapper::over).toList());
    }

    private static Optional<Document> part(Document state, String name) {
        return Optional.ofNullable(state.get(name, Document.class));
    }

    private static Document write(WorkStep step) {
        return new Document("workId", step.workId().value())
                .append("product", step.product().name())
                .append("version", step.version())
                .append("standing", step.standing().name())
                .append("time", step.time().toString());
    }

    private static WorkStep work(Document step) {
        return new WorkStep(
                new WorkId(step.getString("workId")),
                Product.valueOf(step.getString("product")),
                step.getLong("version"),
                WorkStep.Standing.valueOf(step.getString("standing")),
                Instant.parse(step.getString("time")));
    }

    private static Document write(EngagementStep step) {
        return new Document("workId", step.workId().value())
                .append("version", step.version())
                .append("live", step.live())
                .append("time", step.time().toString());
    }

    private static EngagementStep engagement(Document step) {
        return new EngagementStep(
                new WorkId(step.getString("workId")),
                step.getLong("version"),
                step.getBoolean("live"),
                Instant.parse(step.getString("time")));
    }

    private static Document write(Waiting waiting) {
        return new Document("order", MoveMapper.write(waiting.order()))
                .append("until", waiting.until().toString());
    }

    private static Waiting waiting(Document waiting) {
        return new Waiting(
                MoveMapper.readOrder(waiting.get("order", Document.class)),
                Instant.parse(waiting.getString("until")));
    }
}
