package dev.supporters.stand;

import java.util.List;

/**
 * A service of the stand.
 *
 * @param name the name of its folder, too
 * @param port that it usually has
 * @param heap at most, in MiB
 */
public record ServiceSpec(String name, int port, int heap) {

    public static final int SMALL_HEAP = 144;

    /** Its heap contains hundreds of sockets with subscriptions. */
    public static final ServiceSpec GATEWAY = new ServiceSpec("gateway", 8080, 320);

    public static final ServiceSpec LEGACY = new ServiceSpec("legacy", 8190);
    public static final ServiceSpec DRIVER = new ServiceSpec("driver", 8108);
    public static final ServiceSpec POLICY = new ServiceSpec("policy", 8109);
    public static final ServiceSpec WORK = new ServiceSpec("work", 8106);
    public static final ServiceSpec CALL = new ServiceSpec("call", 8101);
    public static final ServiceSpec MLGATEWAY = new ServiceSpec("mlgateway", 8104);
    public static final ServiceSpec SETTLEMENT = new ServiceSpec("settlement", 8112);
    public static final ServiceSpec ZONE = new ServiceSpec("zone", 8114);

    private ServiceSpec(String name, int port) {
        this(name, port, SMALL_HEAP);
    }

    /** Those that others ask come first. */
    public static final List<ServiceSpec> ALL =
            List.of(
                    POLICY,
                    DRIVER,
                    new ServiceSpec("commander", 8105),
                    new ServiceSpec("tagging", 8103),
                    MLGATEWAY,
                    WORK,
                    new ServiceSpec("routing", 8102),
                    CALL,
                    new ServiceSpec("activity", 8107),
                    new ServiceSpec("move", 8111),
                    SETTLEMENT,
                    ZONE,
                    new ServiceSpec("insight", 8113),
                    LEGACY,
                    GATEWAY);

    /** The service of this name. */
    public static ServiceSpec named(String name) {
        return ALL.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "service: "
                                        + name
                                        + " (expected: one of "
                                        + ALL.stream().map(ServiceSpec::name).toList()
                                        + ")"));
    }
}
