package dev.supporters.contract;

import dev.supporters.platform.refusal.Require;

import java.util.List;

/**
 * The boundary of a cell on the map, so that whoever follows the zones needs no library of cells. Its sides are straight in degrees.
 *
 * @param corners in order around the cell; the first is not repeated
 */
public record CellBoundary(List<Position> corners) {

    private static final int FEWEST = 3;
    private static final int MOST = 10;
    private static final double HALF_TURN = 180;
    private static final double TURN = 360;
    private static final double FAR = 90;

    public CellBoundary {
        Require.items(corners.size(), "boundary", FEWEST, MOST);
        corners = List.copyOf(corners);
    }

    /** Of two cells that share a side, a position on it is in one. */
    public boolean contains(Position position) {
        if (Math.abs(difference(corners.getFirst().lng(), position.lng())) > FAR) {
            return false; // on the other side of the earth, where sides would lead around it
        }
        boolean inside = false;
        Position from = corners.getLast();
        for (Position to : corners) {
            if (from.lat() > position.lat() != to.lat() > position.lat()
                    && eastOf(position, from, to) > 0) {
                inside = !inside;
            }
            from = to;
        }
        return inside;
    }

    /** How many degrees east of the position the side is, at the position's latitude. */
    private static double eastOf(Position position, Position from, Position to) {
        double fromLng = difference(from.lng(), position.lng());
        double toLng = difference(to.lng(), position.lng());
        double part = (position.lat() - from.lat()) / (to.lat() - from.lat());
        return fromLng + part * (toLng - fromLng);
    }

    /** Also across the 180th meridian. */
    private static double difference(double lng, double from) {
        double difference = lng - from;
        if (difference > HALF_TURN) {
            return difference - TURN;
        }
        return difference < -HALF_TURN ? difference + TURN : difference;
    }
}
