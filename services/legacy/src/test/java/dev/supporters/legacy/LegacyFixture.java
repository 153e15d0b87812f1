package dev.supporters.legacy;

import dev.supporters.contract.Place;
import dev.supporters.legacy.adapter.mongo.LegacyStores;
import dev.supporters.legacy.adapter.mongo.MongoGeneralCallRepository;
import dev.supporters.legacy.dispatch.CallDetails;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.GeneralDispatchService;
import dev.supporters.legacy.dispatch.StepReport;
import dev.supporters.legacy.dispatch.Submission;
import dev.supporters.legacy.dispatch.SupporterAcceptance;
import dev.supporters.legacy.offer.CommissionDriverPositions;
import dev.supporters.legacy.offer.OfferProjection;
import dev.supporters.legacy.report.GatewayClient;
import dev.supporters.legacy.report.StepReportService;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The legacy stand-in with fakes around it. */
public final class LegacyFixture {

    public static final String ID = "254137";
    public static final String CUSTOMER = "7001";
    public static final String ANN = "2000001";
    public static final String BOB = "2000002";
    public static final Instant NOW = TestClock.FRIDAY_NIGHT;

    public final TestClock clock;
    public final MongoGeneralCallRepository calls;
    public final CommissionDriverPositions drivers = new CommissionDriverPositions();
    public final RecordingGateway gateway;
    public final OfferProjection board;
    public final StepReportService reporter;
    public final GeneralDispatchService dispatch;
    private final AggregateStore<GeneralCall> documents;

    public LegacyFixture() {
        this(
                new TestClock(),
                new InMemoryAggregateStore<>(LegacyStores.CALLS),
                new RecordingGateway());
    }

    private LegacyFixture(
            TestClock clock, AggregateStore<GeneralCall> documents, RecordingGateway gateway) {
        this.clock = clock;
        this.documents = documents;
        this.gateway = gateway;
        calls = new MongoGeneralCallRepository(documents);
        board = new OfferProjection(drivers, clock);
        reporter = new StepReportService(calls, gateway, clock, new Defaults(), clock);
        dispatch =
                new GeneralDispatchService(
                        calls, List.of(board, reporter), clock, new Defaults(), clock);
    }

    /** Another process on the same store: what was in memory is gone. */
    public LegacyFixture restarted() {
        return new LegacyFixture(new TestClock(clock.instant()), documents, gateway);
    }

    public boolean submit(boolean registered, String... released) {
        return dispatch.submit(submission(ID, registered, released));
    }

    public GeneralCall call() {
        return dispatch.get(ID);
    }

    public String state() {
        return call().state().label();
    }

    public static Submission submission(String callId, boolean registered, String... released) {
        return new Submission(callId, registered, details(), List.of(released));
    }

    public static CallDetails details() {
        return new CallDetails(
                "DRIVER",
                CUSTOMER,
                "김고객",
                new Place("37.4979", "127.0276", "강남역", ""),
                new Place("37.3947", "127.1112", "판교역", ""),
                Place.NONE,
                18_000,
                "KRW",
                12_300,
                "NO_SUPPORTER",
                NOW);
    }

    public static SupporterAcceptance result(String commandId) {
        return new SupporterAcceptance(ID, "1004550", commandId, NOW);
    }

    /** The gateway: keeps what it is told. */
    public static final class RecordingGateway implements GatewayClient {

        public final List<String> told = new ArrayList<>();
        public boolean down;
        public boolean early;

        @Override
        public synchronized boolean report(String callId, StepReport report) {
            if (down) {
                throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "an answer");
            }
            if (!early) {
                told.add(report.number() + " " + report.step() + " " + report.driverId());
            }
            return !early;
        }

        @Override
        public GatewayAnswer reject(String callId, String driverId, String reasonCode) {
            return new GatewayAnswer(200, "{}");
        }
    }

    private static final class Defaults implements LegacyConfig {

        @Override
        public String token() {
            return "t";
        }

        @Override
        public Optional<String> otherToken() {
            return Optional.empty();
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
