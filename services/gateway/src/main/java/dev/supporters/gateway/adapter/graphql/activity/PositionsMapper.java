package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.contract.Position;
import dev.supporters.gateway.adapter.graphql.activity.ActivityInputs.PositionInput;
import dev.supporters.gateway.adapter.graphql.activity.ActivityTypes.PositionProblem;
import dev.supporters.gateway.adapter.graphql.activity.ActivityTypes.RejectedPositionView;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.activity.v1.RejectedPosition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The positions of an input. Those that are places on earth are sent on; activity would refuse the whole request for the others.
 *
 * @param sent the indexes of those that are sent
 * @param outOfBounds the indexes of the others
 */
record PositionsMapper(
        List<PositionInput> positions, List<Integer> sent, List<Integer> outOfBounds) {

    private static final int MOST = 100;

    /** Refused: INVALID_ARGUMENT, without a position or with too many. */
    static PositionsMapper of(List<PositionInput> positions) {
        Require.items(positions.size(), "positions", 1, MOST);
        List<Integer> sent = new ArrayList<>();
        List<Integer> outOfBounds = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            (onEarth(positions.get(i)) ? sent : outOfBounds).add(i);
        }
        return new PositionsMapper(positions, sent, outOfBounds);
    }

    List<PositionInput> toSend() {
        return sent.stream().map(positions::get).toList();
    }

    /** By their indexes in the input, in order. */
    List<RejectedPositionView> rejected(List<RejectedPosition> byActivity) {
        Stream<RejectedPositionView> notTaken =
                byActivity.stream()
                        .map(rejected ->
                                new RejectedPositionView(
                                        sent.get(rejected.getIndex()),
                                        ProtoMapper.read(
                                                PositionProblem.class,
                                                rejected.getProblem(),
                                                "POSITION_PROBLEM_")));
        Stream<RejectedPositionView> notSent =
                outOfBounds.stream()
                        .map(index ->
                                new RejectedPositionView(index, PositionProblem.OUT_OF_BOUNDS));
        return Stream.concat(notTaken, notSent)
                .sorted(Comparator.comparing(RejectedPositionView::index))
                .toList();
    }

    private static boolean onEarth(PositionInput position) {
        return Position.onEarth(position.lat(), position.lng());
    }
}
