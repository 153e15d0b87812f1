package dev.supporters.move.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.move.proposal.EngagementStep;
import dev.supporters.move.proposal.Waiting;
import dev.supporters.move.proposal.WorkId;
import dev.supporters.move.proposal.WorkStep;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

/** A driver's moves as a document; what is not there is left out. */
public final class DriverMovesMapper implements StateMapper<DriverMoves> {

    static final String COLLECTION = "moves";

    /** When time by itself changes something. */
    static final String DUE = "due";

    @Override
    public Document write(DriverMoves moves) {
        Document state =
                new Document("past", moves.past().stream().map(MoveMapper::write).toList());
        moves.work().ifPresent(step -> state.append("work", write(step)));
        moves.engagement().ifPresent(step -> state.append("engagement", write(step)));
        moves.live().ifPresent(move -> state.append("live", MoveMapper.write(move)));
        moves.waiting().ifPresent(waiting -> state.append("waiting", write(waiting)));
        moves.due().ifPresent(due -> state.append(DUE, stored(due)));
        return state;
    }

    @Override
    public DriverMoves read(Document state) {
        StoredFields fields = StoredFields.of(COLLECTION, state);
        return new DriverMoves(
                fields.findPart("work").map(DriverMovesMapper::work),
                fields.findPart("engagement").map(DriverMovesMapper::engagement),
                fields.findPart("live").map(MoveMapper::live),
                fields.findPart("waiting").map(DriverMovesMapper::waiting),
                fields.parts("past").stream().map(MoveMapper::over).toList());
    }

    private static Document write(WorkStep step) {
        return new Document("workId", step.workId().value())
                .append("product", stored(step.product()))
                .append("version", step.version())
                .append("standing", stored(step.standing()))
                .append("time", stored(step.time()));
    }

    private static WorkStep work(StoredFields step) {
        return new WorkStep(
                new WorkId(step.text("workId")),
                step.constant("product", Product.class),
                step.number("version"),
                step.constant("standing", WorkStep.Standing.class),
                step.instant("time"));
    }

    private static Document write(EngagementStep step) {
        return new Document("workId", step.workId().value())
                .append("version", step.version())
                .append("live", step.live())
                .append("time", stored(step.time()));
    }

    private static EngagementStep engagement(StoredFields step) {
        return new EngagementStep(
                new WorkId(step.text("workId")),
                step.number("version"),
                step.flag("live"),
                step.instant("time"));
    }

    private static Document write(Waiting waiting) {
        return new Document("order", MoveMapper.write(waiting.order()))
                .append("until", stored(waiting.until()));
    }

    private static Waiting waiting(StoredFields waiting) {
        return new Waiting(MoveMapper.readOrder(waiting.part("order")), waiting.instant("until"));
    }
}
