package dev.supporters.dispatch.forecast;

import java.util.Arrays;

/** The places around one position and how much it counts for each; filled again and again, so that no search makes garbage. */
public final class PlacesAround {

    private final int[] places;
    private final double[] weights;
    private int count;

    /** Room for as many places as there are. */
    public PlacesAround(int most) {
        places = new int[most];
        weights = new double[most];
    }

    void clear() {
        count = 0;
    }

    void add(int place, double weight) {
        places[count] = place;
        weights[count] = weight;
        count++;
    }

    public int count() {
        return count;
    }

    public int place(int index) {
        return places[index];
    }

    public double weight(int index) {
        return weights[index];
    }

    int[] places() {
        return Arrays.copyOf(places, count);
    }

    double[] weights() {
        return Arrays.copyOf(weights, count);
    }
}
