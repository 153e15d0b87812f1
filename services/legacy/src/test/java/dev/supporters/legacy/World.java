package dev.supporters.legacy;

import dev.supporters.legacy.adapter.mongo.LegacyCallMapper;
import dev.supporters.legacy.adapter.mongo.MongoLegacyCalls;
import dev.supporters.legacy.dispatch.Details;
import dev.supporters.legacy.dispatch.Dispatch;
import dev.supporters.legacy.dispatch.DispatchResult;
import dev.supporters.legacy.dispatch.LegacyCall;
import dev.supporters.legacy.dispatch.Report;
import dev.supporters.legacy.dispatch.Spot;
import dev.supporters.legacy.dispatch.Submission;
import dev.supporters.legacy.offer.Drivers;
import dev.supporters.legacy.offer.OfferBoard;
import dev.supporters.legacy.report.Gateway;
import dev.supporters.legacy.report.Reporter;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The legacy stand-in with everything around it faked. */
public final class World {

    public static final String ID = "254137";
    public static final String CUSTOMER = "7001";
    public static final String ANN = "2000001";
    public static final String BOB = "2000002";
    public static final Instant NOW = TestClock.FRIDAY_NIGHT;

    public final TestClock clock;
    public final MongoLegacyCalls calls;
    public final Drivers drivers = new Drivers();
    public final FakeGateway gateway;
    public final OfferBoard board;
    public final Reporter reporter;
    public final Dispatch dispatch;
    private final AggregateStore<LegacyCall> documents;

    public World() {
        this(
                new TestClock(),
                new InMemoryAggregateStore<>(new LegacyCallMapper()),
                new FakeGateway());
    }

    private World(TestClock clock, AggregateStore<LegacyCall> documents, FakeGateway gateway) {
        this.clock = clock;
        this.documents = documents;
        this.gateway = gateway;
        calls = new MongoLegacyCalls(documents);
        board = new OfferBoard(drivers, clock);
        reporter = new Reporter(calls, gateway, clock, new Defaults(), clock);
        dispatch = new Dispatch(calls, List.of(board, reporter), clock, new Defaults(), clock);
    }

    /** Another process on the same store: what was in memory is gone. */
    public World restarted() {
        return new World(new TestClock(clock.instant()), documents, gateway);
    }

    public boolean submit(boolean registered, String... released) {
        return dispatch.submit(submission(ID, registered, released));
    }

    public LegacyCall call() {
        return dispatch.get(ID);
    }

    public String state() {
        return call().state().label();
    }

    public static Submission submission(String callId, boolean registered, String... released) {
        return new Submission(callId, registered, details(), List.of(released));
    }

    public static Details details() {
        return new Details(
                "DRIVER",
                CUSTOMER,
                "김고객",
                new Spot("37.4979", "127.0276", "강남역", ""),
                new Spot("37.3947", "127.1112", "판교역", ""),
                Spot.NONE,
                18_000,
                "KRW",
                12_300,
                "NO_SUPPORTER",
                NOW);
    }

    public static DispatchResult result(String commandId) {
        return new DispatchResult(ID, "1004550", commandId, NOW);
    }

    /** The gateway: keeps what it is told. */
    public static final class FakeGateway implements Gateway {

        public final List<String> told = new ArrayList<>();
        public boolean down;
        public boolean early;

        @Override
        public synchronized boolean tell(String callId, Report report) {
            if (down) {
                throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "an answer");
            }
            if (!early) {
                told.add(report.number() + " " + report.step() + " " + report.driverId());
            }
            return !early;
        }

        @Override
        public Answer reject(String callId, String driverId, String reasonCode) {
            return new Answer(200, "{}");
        }
    }

    private static final class Defaults implements LegacyConfig {

        @Override
        public String token() {
            return "t";
        }

        @Override
        public Duration unservedAfter() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration reportPause() {
            return Duration.ofSeconds(1);
        }
    }
}
