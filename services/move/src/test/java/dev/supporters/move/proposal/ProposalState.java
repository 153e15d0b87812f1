package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.START;

import dev.supporters.contract.WorkId;
import dev.supporters.move.adapter.mongo.MoveStores;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.testkit.InMemoryAggregateStore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A driver's moves as they are stored, the time, and what the topic of moves has told so far, oldest first. */
final class ProposalState {

    private final InMemoryAggregateStore<DriverMoves> stored;
    private final Instant now;
    private final List<MoveEvent> told;
    private final boolean interrupted;
    private final String form;

    private ProposalState(
            InMemoryAggregateStore<DriverMoves> stored,
            Instant now,
            List<MoveEvent> told,
            boolean interrupted) {
        this.stored = stored;
        this.now = now;
        this.told = told;
        this.interrupted = interrupted;
        form = form();
    }

    static ProposalState first() {
        return new ProposalState(
                new InMemoryAggregateStore<>(MoveStores.MOVES), START, List.of(), false);
    }

    ProposalState then(
            InMemoryAggregateStore<DriverMoves> nextStored, Instant time, boolean byInterruption) {
        List<MoveEvent> longer = new ArrayList<>(told);
        nextStored.published().forEach(event -> longer.add((MoveEvent) event.payload()));
        return new ProposalState(
                nextStored.copy(() -> {}), time, List.copyOf(longer), byInterruption);
    }

    InMemoryAggregateStore<DriverMoves> stored() {
        return stored;
    }

    Instant now() {
        return now;
    }

    List<MoveEvent> told() {
        return told;
    }

    /** Whether two operations have led to it at the same time. */
    boolean interrupted() {
        return interrupted;
    }

    DriverMoves moves() {
        return stored.find(DRIVER.value()).map(Versioned::value).orElse(DriverMoves.NOTHING);
    }

    /** All moves ever proposed, oldest first. */
    List<String> proposed() {
        return told.stream()
                .filter(event -> step(event).equals("PROPOSED"))
                .map(ProposalState::moveId)
                .toList();
    }

    /** What was told of a move, oldest first. */
    List<MoveEvent> of(String moveId) {
        return told.stream().filter(event -> moveId(event).equals(moveId)).toList();
    }

    static String moveId(MoveEvent event) {
        return event.getChanged().getMove().getMoveId();
    }

    static String step(MoveEvent event) {
        return event.getChanged().getMove().getState().name().substring("MOVE_STATE_".length());
    }

    static Instant time(MoveEvent event) {
        return Timestamps.instant(event.getEventTime());
    }

    /** What distinguishes one state from another: versions only grow, so they are not part of it. */
    @Override
    public String toString() {
        return form;
    }

    private String form() {
        DriverMoves moves = moves();
        var text = new StringBuilder().append(seconds(now));
        moves.driver()
                .work()
                .ifPresent(shift ->
                        text.append("; ")
                                .append(date(shift.workId()))
                                .append(' ')
                                .append(shift.state())
                                .append(shift.version()));
        moves.driver()
                .engagement()
                .ifPresent(step ->
                        text.append("; ")
                                .append(step.live() ? "engaged " : "free ")
                                .append(step.version()));
        moves.active().ifPresent(move -> text.append("; active ").append(move.moveId()));
        moves.waiting()
                .ifPresent(waiting ->
                        text.append("; waits ")
                                .append(waiting.signal().moveId())
                                .append(" until ")
                                .append(seconds(waiting.until())));
        moves.unheardTime().ifPresent(time -> text.append("; unheard ").append(seconds(time)));
        moves.past().forEach(over -> text.append("; past ").append(over.moveId()));
        told.forEach(event ->
                text.append("; ")
                        .append(moveId(event))
                        .append(' ')
                        .append(step(event))
                        .append(' ')
                        .append(seconds(time(event))));
        return text.append(' ').append(new TreeSet<>(stored.causes(DRIVER.value()))).toString();
    }

    private static String date(WorkId workId) {
        return workId.businessDate().getDayOfWeek().toString();
    }

    private static long seconds(Instant time) {
        return Duration.between(START, time).toSeconds();
    }
}
