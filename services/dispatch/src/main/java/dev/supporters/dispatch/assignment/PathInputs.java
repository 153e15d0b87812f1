package dev.supporters.dispatch.assignment;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.events.routing.v1.CommanderAnswer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the path of a call depended on: with it the decision can be taken again.
 *
 * @param policy that of the smallest region that contains the origin; empty if there is none
 * @param outsideZones whether zones applied and the origin was in none
 * @param tags of the call; empty if tagging failed, or was not asked
 * @param ranking the candidates as they were ranked
 * @param commander what the commanding function answered to the offer; UNSPECIFIED if it was not asked
 */
public record PathInputs(
        CallToAssign call,
        Instant time,
        Optional<PathPolicy> policy,
        boolean outsideZones,
        Optional<List<String>> tags,
        Ranking ranking,
        CommanderAnswer commander) {

    public PathInputs {
        requireNonNull(call);
        requireNonNull(time);
        requireNonNull(policy);
        tags = tags.map(List::copyOf);
        requireNonNull(ranking);
        requireNonNull(commander);
    }
}
