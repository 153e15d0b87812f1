package dev.supporters.tools.demo;

/** Where the demo listens. The broker also takes the two ports after its own, on loopback. */
record DemoPorts(int broker, int store, int issuer) {

    static final DemoPorts OF_THE_CHART = new DemoPorts(19092, 27117, 8191);
}
