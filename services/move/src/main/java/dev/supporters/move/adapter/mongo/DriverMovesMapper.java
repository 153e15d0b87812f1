package dev.supporters.move.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.move.proposal.DriverMoves.WaitingSignal;
import dev.supporters.move.proposal.DriverState;
import dev.supporters.move.proposal.DriverState.KnownEngagement;
import dev.supporters.move.proposal.DriverState.KnownShift;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A driver's moves as a document; what is not there is left out. */
final class DriverMovesMapper implements StateMapper<DriverMoves> {

    static final String COLLECTION = "moves";

    /** When time by itself changes something. */
    static final String DUE = "due";

    /** From when on nothing is kept of a driver of whom only signals told. */
    static final String UNHEARD_TIME = "unheardTime";

    @Override
    public Document write(DriverMoves moves) {
        Document state =
                new Document("past", moves.past().stream().map(MoveMapper::write).toList());
        moves.driver().work().ifPresent(step -> state.append("work", write(step)));
        moves.driver().engagement().ifPresent(step -> state.append("engagement", write(step)));
        moves.active().ifPresent(move -> state.append("active", MoveMapper.write(move)));
        moves.waiting().ifPresent(waiting -> state.append("waiting", write(waiting)));
        moves.due().ifPresent(due -> state.append(DUE, stored(due)));
        moves.unheardTime().ifPresent(time -> state.append(UNHEARD_TIME, stored(time)));
        return state;
    }

    @Override
    public DriverMoves read(Document state) {
        StoredFields fields = StoredFields.of(COLLECTION, state);
        return new DriverMoves(
                new DriverState(
                        fields.findPart("work").map(DriverMovesMapper::work),
                        fields.findPart("engagement").map(DriverMovesMapper::engagement)),
                fields.findPart(fields.has("active") ? "active" : "live").map(MoveMapper::active),
                fields.findPart("waiting").map(DriverMovesMapper::waiting),
                fields.parts("past").stream().map(MoveMapper::over).toList(),
                unheardTime(fields));
    }

    /** Before form 5 it was not kept: what told nothing of a driver had waited long ago. */
    private static Optional<Instant> unheardTime(StoredFields fields) {
        boolean known =
                Stream.of("work", "engagement", "active", "live", "waiting").anyMatch(fields::has)
                        || !fields.parts("past").isEmpty();
        return known
                ? Optional.empty()
                : fields.findInstant(UNHEARD_TIME).or(() -> Optional.of(Instant.EPOCH));
    }

    private static Document write(KnownShift step) {
        Document document =
                new Document("workId", step.workId().value())
                        .append("product", stored(step.product()));
        if (!step.region().isEmpty()) {
            document.append("region", step.region());
        }
        return document.append("version", step.version())
                .append("state", stored(step.state()))
                .append("time", stored(step.time()));
    }

    private static KnownShift work(StoredFields step) {
        return new KnownShift(
                WorkId.ofStored(step.text("workId")),
                step.constant("product", Product.class),
                step.textOrEmpty("region"),
                step.number("version"),
                step.constant(step.has("state") ? "state" : "standing", WorkStep.State.class),
                step.instant("time"));
    }

    private static Document write(KnownEngagement step) {
        return new Document("workId", step.workId().value())
                .append("version", step.version())
                .append("live", step.live())
                .append("time", stored(step.time()));
    }

    private static KnownEngagement engagement(StoredFields step) {
        return new KnownEngagement(
                WorkId.ofStored(step.text("workId")),
                step.number("version"),
                step.flag("live"),
                step.instant("time"));
    }

    private static Document write(WaitingSignal waiting) {
        return new Document("signal", MoveMapper.write(waiting.signal()))
                .append("until", stored(waiting.until()));
    }

    private static WaitingSignal waiting(StoredFields waiting) {
        return new WaitingSignal(MoveMapper.signalOf(waiting), waiting.instant("until"));
    }
}
