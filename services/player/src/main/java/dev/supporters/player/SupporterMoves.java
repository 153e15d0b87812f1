package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.simulation.RandomVariates;
import dev.supporters.simulation.SupporterBehaviour;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** A supporter and the moves that are proposed: follows them or declines. Each is decided once, however often it is shown. */
final class SupporterMoves {

    private final SupporterApp app;
    private final SupporterBehaviour behaviour;
    private final double followsAdvice;
    private final SplittableRandom adviceRandom;
    private final SupporterDrive drive;
    private final SupporterRests rests;
    private final SupporterCheating cheating;
    private String moveId = "";
    private boolean follows;
    private boolean answered;

    SupporterMoves(
            SupporterApp app,
            SupporterBehaviour behaviour,
            double followsAdvice,
            SplittableRandom adviceRandom,
            SupporterDrive drive,
            SupporterRests rests,
            SupporterCheating cheating) {
        this.app = app;
        this.behaviour = behaviour;
        this.followsAdvice = followsAdvice;
        this.adviceRandom = adviceRandom;
        this.drive = drive;
        this.rests = rests;
        this.cheating = cheating;
    }

    /** Answers a proposal while there is no command; a move without a destination is advice to rest. */
    void consider(JsonNode move, Instant now) throws InterruptedException {
        boolean proposed = move.path("state").asText("").equals("PROPOSED");
        if (!proposed || drive.slot().state() != ObservedSlot.State.FREE) {
            return;
        }
        JsonNode destination = move.path("destinationInfo");
        if (!destination.isObject()) {
            if (answer(move, this::restsOnAdvice)) {
                rests.bringForward(now);
                rests.act(now);
            }
        } else if (answer(move, this::follows)) {
            drive.goTo(JsonNodes.point(destination), now);
        }
    }

    private boolean follows() {
        return behaviour.followsMove() && !cheating.declinesMoves();
    }

    /** Only who will rest tonight anyway. */
    private boolean restsOnAdvice() {
        return RandomVariates.happens(adviceRandom, followsAdvice) && rests.willRest();
    }

    /** Whether it is followed, said for the first time. Without an answer of the system it is said again later. */
    private boolean answer(JsonNode move, BooleanSupplier decision) throws InterruptedException {
        String id = move.path("moveId").asText();
        if (!id.equals(moveId)) {
            moveId = id;
            follows = decision.getAsBoolean();
            answered = false;
        }
        if (answered) {
            return false;
        }
        GraphQlAnswer answer = app.respondToMove(id, follows);
        answered = !answer.refusedFor(SupporterApp.NO_ANSWER.reason());
        return follows && !answer.refused();
    }
}
