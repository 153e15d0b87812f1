package dev.supporters.dispatch.move;

import dev.supporters.contract.DriverId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Advises idle supporters to take their rest before the night's peak: those who rest anyway are then at work when they are needed most.
 *
 * @param begin after the window's begin
 * @param end after the window's begin
 * @param mostResting no advice while this share of those at work rests, 0 to 1
 * @param perTick the share of the idle who are advised in one tick, 0 to 1
 */
public record RestAdvisor(Duration begin, Duration end, double mostResting, double perTick) {

    public static final RestAdvisor STANDARD =
            new RestAdvisor(Duration.ofMinutes(20), Duration.ofMinutes(70), .2, .05);

    public static final RestAdvisor OFF = new RestAdvisor(Duration.ZERO, Duration.ZERO, 0, 0);

    public RestAdvisor {
        if (!(mostResting >= 0 && mostResting <= 1 && perTick >= 0 && perTick <= 1)) {
            throw new IllegalArgumentException(
                    "rest advice: shares: %s, %s (expected: from 0 to 1)"
                            .formatted(mostResting, perTick));
        }
    }

    List<DriverId> advise(MoveTick tick) {
        if (tick.now() < begin.toSeconds() || tick.now() >= end.toSeconds()) {
            return List.of();
        }
        long resting =
                tick.supporters().stream()
                        .filter(supporter -> supporter.state() == MoveTick.State.RESTING)
                        .count();
        List<DriverId> advised = new ArrayList<>();
        for (MoveTick.SupporterAtWork supporter : tick.supporters()) {
            if (resting + advised.size() >= mostResting * tick.supporters().size()) {
                break;
            }
            if (supporter.state() == MoveTick.State.IDLE
                    && supporter.restOpen()
                    && SupporterOrder.share(~tick.seed(), supporter.driver()) < perTick) {
                advised.add(supporter.driver());
            }
        }
        return advised;
    }
}
