package dev.supporters.work.begin;

import dev.supporters.contract.ActiveZones.ActiveCell;
import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.ActiveZones.WageBound;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.AppVersion;
import dev.supporters.contract.CellBoundary;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.contract.Money;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.work.TestShifts;
import dev.supporters.work.adapter.mongo.WorkStores;
import dev.supporters.work.begin.MembershipClient.Membership;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Working;
import dev.supporters.work.shift.WorkEvents;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Friday evening on which a driver begins a shift: who is a member, and what the policy says. */
final class Evening {

    static final Position GANGNAM = new Position(37.4979, 127.0276);
    static final Position BUSAN = new Position(35.1796, 129.0756);
    static final AppRule.App ALLOWED =
            new AppRule.App(AppPlatform.APP_PLATFORM_ANDROID, new AppVersion("5.2.0"));
    static final AppRule.App TOO_OLD =
            new AppRule.App(AppPlatform.APP_PLATFORM_ANDROID, new AppVersion("5.1.9"));

    final TestShifts shifts = new TestShifts();
    final Map<String, Membership> members =
            new HashMap<>(Map.of("d1", new Membership("seoul", true, 1)));
    boolean driverIsDown;

    /** What happens when driver has answered next. */
    Runnable afterNextAnswer = () -> {};

    ZoneId zone = ZoneId.of("Asia/Seoul");
    Duration windowLength = Duration.ofHours(4);
    List<AppRule> appRules =
            List.of(
                    new AppRule(AppPlatform.APP_PLATFORM_ANDROID, new AppVersion("5.2.0")),
                    new AppRule(AppPlatform.APP_PLATFORM_IOS, new AppVersion("4.0")));
    boolean zones;
    Placement placement = new Placement.Outside();
    final InMemoryAggregateStore<ZonePlaces> places =
            new InMemoryAggregateStore<>(WorkStores.PLACES);
    final GeneralDrives general = new GeneralDrives(shifts.clock);
    private final BeginService beginnings =
            new BeginService(
                    shifts.store,
                    shifts.repository,
                    this::membership,
                    (product, region) -> policy(region),
                    new ZoneAdmission(
                            (product, region, position, now) -> placement,
                            places,
                            shifts.store,
                            shifts.repository),
                    general,
                    shifts.clockOff,
                    shifts.modes,
                    shifts.clock);

    Versioned<Shift> begin(BeginOrder order) {
        return beginnings.begin(order);
    }

    void ended(String driverId) {
        Working working = (Working) shifts.now(driverId);
        Ended ended =
                new Ended(
                        working.details(), Duration.ZERO, shifts.clock.instant(), EndReason.DRIVER);
        shifts.store.change(
                working.details().id().value(),
                "",
                (current, version) ->
                        Optional.of(WorkEvents.over(current.orElse(ended), ended, version)));
    }

    /** In a zone, with a wage per completed call of 23,334 won, and a bound one won below it or just that. */
    void inZone(int capacity, boolean overWageBound) {
        inZone(capacity, overWageBound, 0);
    }

    void inZone(int capacity, boolean overWageBound, int wageCapacity) {
        inZone("3", capacity, overWageBound, wageCapacity);
    }

    void inZone(String zoneId, int capacity, boolean overWageBound, int wageCapacity) {
        Optional<WageBound> wageBound =
                Optional.of(
                        new WageBound(
                                new Money(23_334, "KRW"),
                                new Money(overWageBound ? 23_333 : 23_334, "KRW"),
                                wageCapacity));
        zones = true;
        CellBoundary boundary =
                new CellBoundary(
                        List.of(
                                new Position(37.49, 127.02),
                                new Position(37.49, 127.04),
                                new Position(37.51, 127.03)));
        placement =
                new Placement.Inside(
                        new ActiveCell(
                                zoneId,
                                "8830e1d8c7fffff",
                                capacity,
                                wageBound,
                                Optional.empty(),
                                boundary));
    }

    private Optional<Membership> membership(DriverId driverId, Product product) {
        if (driverIsDown) {
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "driver", "an answer");
        }
        Optional<Membership> member = Optional.ofNullable(members.get(driverId.value()));
        afterNextAnswer.run();
        afterNextAnswer = () -> {};
        return member;
    }

    private WorkPolicy policy(String region) {
        return new WorkPolicy(
                Product.PRODUCT_DRIVER,
                region,
                7,
                new RegionBounds(37.4, 126.7, 37.7, 127.2),
                new WorkWindow(zone, LocalTime.of(21, 0), windowLength),
                appRules,
                new Money(14_000, "KRW"),
                false,
                zones,
                Duration.ofHours(1));
    }

    static BeginOrder order(String requestId, String driverId) {
        return order(requestId, driverId, GANGNAM, ALLOWED);
    }

    static BeginOrder order(String requestId, String driverId, Position position, AppRule.App app) {
        return new BeginOrder(
                requestId,
                new DriverId(driverId),
                Product.PRODUCT_DRIVER,
                WorkType.WORK_TYPE_HOURLY,
                position,
                app);
    }
}
