package dev.supporters.work.begin;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.work.Works;
import dev.supporters.work.shift.EndReason;
import dev.supporters.work.shift.Ended;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.WorkEvents;
import dev.supporters.work.shift.Working;
import dev.supporters.work.window.WorkWindow;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Friday evening on which a driver begins to work: who is a member, and what the policy says. */
final class Evening {

    static final Position GANGNAM = new Position(37.4979, 127.0276);
    static final Position BUSAN = new Position(35.1796, 129.0756);
    static final App ALLOWED = new App(AppPlatform.APP_PLATFORM_ANDROID, AppVersion.parse("5.2.0"));
    static final App TOO_OLD = new App(AppPlatform.APP_PLATFORM_ANDROID, AppVersion.parse("5.1.9"));

    final Works works = new Works();
    final Map<String, Member> members = new HashMap<>(Map.of("d1", new Member("seoul", true)));
    boolean driverIsDown;
    Duration windowLength = Duration.ofHours(4);
    List<AppRule> appRules =
            List.of(
                    new AppRule(AppPlatform.APP_PLATFORM_ANDROID, AppVersion.parse("5.2.0")),
                    new AppRule(AppPlatform.APP_PLATFORM_IOS, AppVersion.parse("4.0")));
    private final Beginnings beginnings =
            new Beginnings(
                    works.documents,
                    works.shifts,
                    this::member,
                    (product, region) -> policy(region),
                    works.clockOff,
                    works.clock);

    Versioned<Shift> begin(BeginOrder order) {
        return beginnings.begin(order);
    }

    void ended(String driverId) {
        Working working = (Working) works.now(driverId);
        Ended ended =
                new Ended(working.frame(), Duration.ZERO, works.clock.instant(), EndReason.DRIVER);
        works.documents.change(
                working.frame().id().value(),
                "",
                (current, version) -> Optional.of(WorkEvents.over(ended, version)));
    }

    private Optional<Member> member(String driverId, Product product) {
        if (driverIsDown) {
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "driver", "an answer");
        }
        return Optional.ofNullable(members.get(driverId));
    }

    private WorkPolicy policy(String region) {
        return new WorkPolicy(
                Product.PRODUCT_DRIVER,
                region,
                7,
                new Bounds(37.4, 126.7, 37.7, 127.2),
                new WorkWindow(ZoneId.of("Asia/Seoul"), LocalTime.of(21, 0), windowLength),
                appRules,
                new Pay(14_000, "KRW", false));
    }

    static BeginOrder order(String requestId, String driverId) {
        return order(requestId, driverId, GANGNAM, ALLOWED);
    }

    static BeginOrder order(String requestId, String driverId, Position position, App app) {
        return new BeginOrder(requestId, driverId, Product.PRODUCT_DRIVER, position, app);
    }
}
