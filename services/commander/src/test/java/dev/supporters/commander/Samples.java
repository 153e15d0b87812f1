package dev.supporters.commander;

import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.Candidate;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.Decisions;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Duty;
import dev.supporters.commander.slot.Order;
import dev.supporters.commander.slot.Refuse;
import dev.supporters.commander.slot.Seat;
import dev.supporters.commander.slot.WorkNews;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Drivers, calls and works to test with; the night is a Friday's, 21:30 to begin with, and its window ends at 01:00. */
public final class Samples {

    public static final Instant NOW = TestClock.FRIDAY_NIGHT;
    public static final Instant WINDOW_END = Instant.parse("2026-11-20T16:00:00Z");
    public static final Duration VETO = Duration.ofSeconds(5);
    public static final Place ORIGIN =
            Place.newBuilder()
                    .setLat("37.39433886412452")
                    .setLng("127.1105739023173")
                    .setPoi("판교역")
                    .setAddress("경기 성남시")
                    .build();
    public static final Money FARE =
            Money.newBuilder().setAmount(18_000).setCurrency("KRW").build();
    public static final Refuse TOO_FAR =
            new Refuse(RefusalReason.REFUSAL_REASON_TOO_FAR, "other side of the river");

    private Samples() {}

    public static DriverId driver(String id) {
        return new DriverId(id);
    }

    public static CallId call(String id) {
        return new CallId(id);
    }

    public static String work(String driver) {
        return driver + "-driver-2026-11-20";
    }

    public static CommandKey key(Command command) {
        return new CommandKey(command.commandId(), "");
    }

    public static Duty duty(String driver) {
        return new Duty(
                work(driver), Product.PRODUCT_DRIVER, NOW.minusSeconds(1800), WINDOW_END, 1, false);
    }

    public static Seat seat(String driver) {
        return new Seat(driver(driver), duty(driver), Decisions.NONE);
    }

    public static Order order(String call, String... drivers) {
        return new Order(
                call(call),
                Product.PRODUCT_DRIVER,
                Arrays.stream(drivers).map(each -> new Candidate(driver(each), 240)).toList(),
                ORIGIN,
                FARE,
                VETO,
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    public static Command command(String call, String driver) {
        return new Command(
                call + "-" + driver + "-2",
                call(call),
                driver(driver),
                work(driver),
                Product.PRODUCT_DRIVER,
                ORIGIN,
                FARE,
                240,
                NOW,
                NOW.plus(VETO),
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    public static WorkNews begun(String driver) {
        return news(driver, 1, new WorkNews.What.Begun(WINDOW_END));
    }

    public static WorkNews news(String driver, long version, WorkNews.What what) {
        return new WorkNews(
                driver(driver),
                work(driver),
                Product.PRODUCT_DRIVER,
                version,
                NOW.minusSeconds(1800).plusSeconds(version),
                what);
    }
}
