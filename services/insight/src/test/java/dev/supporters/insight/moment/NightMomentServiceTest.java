package dev.supporters.insight.moment;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.insight.InsightDefaults;
import dev.supporters.insight.SampleNight;
import dev.supporters.insight.SampleStates;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.insight.v1.MomentCall;
import dev.supporters.proto.insight.v1.MomentSupporter;
import dev.supporters.proto.insight.v1.NightMomentResponse;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class NightMomentServiceTest {

    private static final RegionNight NIGHT = new RegionNight(DRIVER, "seoul", FRIDAY);

    private final TestClock clock = new TestClock(at(60));
    private final DemandCells cells = new DemandCells();

    private InMemoryAggregateStore<NightStates> store;
    private CallLogs calls;
    private ShiftLogs shifts;
    private NightMomentService service;

    @BeforeEach
    void begin() {
        newStore();
        newProcess();
    }

    @Test
    void showsCallsAndSupportersAsTheyWereAtEachMoment() {
        // Given
        aNight().forEach(this::tell);

        // When
        service.keep();

        // Then
        assertThat(states(0)).isEmpty();
        assertThat(activities(0)).containsExactly("7 FREE");
        assertThat(states(1)).containsExactly("1 REQUESTED");
        assertThat(states(3)).containsExactly("1 COMMANDED");
        assertThat(activities(3)).containsExactly("7 COMMANDED 1");
        assertThat(activities(5)).containsExactly("7 ACCEPTED 1");
        assertThat(activities(9)).containsExactly("7 ARRIVED 1");
        assertThat(states(15)).containsExactly("1 DRIVING");
        assertThat(activities(15)).containsExactly("7 DRIVING 1");
        assertThat(states(25)).isEmpty();
        assertThat(activities(25)).containsExactly("7 FREE");
        assertThat(activities(35)).containsExactly("7 RESTING");
        assertThat(activities(55)).isEmpty();
    }

    @Test
    void tellsCellsWhereASupporterWasForCertainAndNoPositions() {
        // Given
        aNight().forEach(this::tell);

        // When
        service.keep();

        // Then
        assertThat(cellAt(1)).isEqualTo(cells.cell(SampleStates.BEGIN));
        assertThat(cellAt(5)).isEqualTo(cells.cell(SampleStates.BEGIN));
        assertThat(cellAt(9)).isEqualTo(cells.cell(new Position(37.5, 127)));
        assertThat(cellAt(25)).isEqualTo(cells.cell(SampleStates.DRIVE_ENDS));
        MomentCall call = moment(1).getCalls(0);
        Position center = cells.center(cells.cell(new Position(37.5, 127)));
        assertThat(call.getCell().getCenter().getLat()).isEqualTo(center.lat());
        assertThat(call.getCell().getCenter().getLng()).isEqualTo(center.lng());
    }

    @Test
    void comesToTheSameWhateverTheOrderOfEventsAndHoweverOftenTheyCome() {
        // Given
        aNight().forEach(this::tell);
        service.keep();
        NightStates inOrder = kept();

        for (int seed = 0; seed < 20; seed++) {
            // When
            List<Object> events = new ArrayList<>(aNight());
            events.addAll(aNight());
            Collections.shuffle(events, new Random(seed));
            newStore();
            newProcess();
            events.forEach(this::tell);
            service.keep();

            // Then
            assertThat(kept()).isEqualTo(inOrder);
        }
    }

    @Test
    void aDriverWithTheNextCallInHandIsStillDrivingTheFirst() {
        // Given
        aNight().stream().filter(event -> event instanceof WorkEvent).forEach(this::tell);
        tell(SampleStates.call("1", 1, 1, CallState.CALL_STATE_REQUESTED, ""));
        tell(SampleStates.call("2", 1, 1, CallState.CALL_STATE_REQUESTED, ""));
        tell(SampleStates.call("1", 2, 2, CallState.CALL_STATE_DRIVING, "7"));
        tell(SampleStates.call("2", 2, 6, CallState.CALL_STATE_ACCEPTED, "7"));
        tell(SampleStates.call("1", 3, 20, CallState.CALL_STATE_COMPLETED, "7"));

        // When
        service.keep();

        // Then
        assertThat(activities(10)).containsExactly("7 DRIVING 1");
        assertThat(activities(22)).containsExactly("7 ACCEPTED 2");
    }

    @Test
    void aCallThatGoesOnToAnotherDriverFreesTheFirst() {
        // Given
        aNight().stream().filter(event -> event instanceof WorkEvent).forEach(this::tell);
        tell(SampleStates.call("1", 1, 1, CallState.CALL_STATE_REQUESTED, ""));
        tell(SampleStates.call("1", 2, 2, CallState.CALL_STATE_COMMANDED, "7"));
        tell(SampleStates.call("1", 3, 3, CallState.CALL_STATE_COMMANDED, "8"));

        // When
        service.keep();

        // Then
        assertThat(activities(2)).containsExactly("7 COMMANDED 1");
        assertThat(activities(4)).containsExactly("7 FREE");
        assertThat(states(4)).containsExactly("1 COMMANDED");
    }

    @Test
    void tellsTheWindowAndWhenTheLastThingHappened() {
        // Given
        aNight().forEach(this::tell);

        // When
        service.keep();

        // Then
        NightMomentResponse moment = moment(10);
        assertThat(moment.getBeginTime()).isEqualTo(Timestamps.of(at(0)));
        assertThat(moment.getEndTime()).isEqualTo(Timestamps.of(at(240)));
        assertThat(moment.getLastTime()).isEqualTo(Timestamps.of(at(50)));
        assertThat(moment.getUpdateTime()).isEqualTo(Timestamps.of(at(60)));
        assertThat(moment.getCut()).isFalse();
    }

    @Test
    void ofANightThatNobodyKnowsThereIsNothing() {
        assertThat(service.at(new RegionNight(DRIVER, "seoul", FRIDAY.minusDays(1)), at(10)))
                .isEqualTo(NightMomentResponse.getDefaultInstance());
    }

    @Test
    void aProcessThatHasReadLessDoesNotReplaceWhatOneKeptThatHasReadMore() {
        // Given
        aNight().forEach(this::tell);
        service.keep();
        NightStates whole = kept();

        // When
        newProcess();
        aNight().stream().limit(3).forEach(this::tell);
        service.keep();

        // Then
        assertThat(kept()).isEqualTo(whole);
    }

    @Test
    void keepsWhatHasHappenedSinceWhenThatIsDue() {
        // Given
        tell(SampleStates.call("1", 1, 1, CallState.CALL_STATE_REQUESTED, ""));
        service.keep();
        tell(SampleStates.call("1", 2, 2, CallState.CALL_STATE_COMMANDED, "7"));

        // When
        clock.advance(Duration.ofSeconds(29));
        service.keep();

        // Then
        assertThat(states(5)).containsExactly("1 REQUESTED");

        // When
        clock.advance(Duration.ofSeconds(1));
        service.keep();

        // Then
        assertThat(states(5)).containsExactly("1 COMMANDED");
    }

    @Test
    void tellsABoundedNumberAndSaysThatThereWereMore() {
        // Given
        IntStream.rangeClosed(1, NightMomentService.MOST + 1)
                .mapToObj(id ->
                        SampleStates.call(
                                String.valueOf(id), 1, 1, CallState.CALL_STATE_REQUESTED, ""))
                .forEach(this::tell);

        // When
        service.keep();

        // Then
        assertThat(moment(2).getCallsCount()).isEqualTo(NightMomentService.MOST);
        assertThat(moment(2).getCut()).isTrue();
    }

    @Test
    void callsAndShiftsOfWhichNothingWasHeardForLongAreForgotten() {
        // Given
        aNight().forEach(this::tell);
        clock.advance(Duration.ofHours(40));

        // When
        service.keep();

        // Then
        assertThat(store.find(NIGHT.id())).isEqualTo(Optional.empty());
        assertThat(calls.all()).isEmpty();
        assertThat(shifts.all()).isEmpty();
    }

    /** One call and one shift. */
    private static List<Object> aNight() {
        return List.of(
                SampleStates.begun("7", 0),
                SampleStates.call("1", 1, 1, CallState.CALL_STATE_REQUESTED, ""),
                SampleStates.call("1", 2, 2, CallState.CALL_STATE_COMMANDED, "7"),
                SampleStates.call("1", 3, 4, CallState.CALL_STATE_ACCEPTED, "7"),
                SampleStates.call("1", 4, 8, CallState.CALL_STATE_ARRIVED, "7"),
                SampleStates.call("1", 5, 10, CallState.CALL_STATE_DRIVING, "7"),
                SampleStates.call("1", 6, 20, CallState.CALL_STATE_COMPLETED, "7"),
                SampleNight.rested("7", 2, at(30)),
                SampleNight.resumed("7", 3, at(40)),
                SampleNight.ended("7", 4, at(50)));
    }

    private void newStore() {
        store = new InMemoryAggregateStore<>(InsightStores.STATES);
    }

    private void newProcess() {
        NightRegions regions = new NightRegions(clock);
        regions.put(SampleNight.seoul());
        calls = new CallLogs();
        shifts = new ShiftLogs();
        service =
                new NightMomentService(
                        new NightStatesCollector(regions, calls, shifts),
                        store,
                        clock,
                        new InsightDefaults());
    }

    private void tell(Object event) {
        if (event instanceof CallEvent call) {
            calls.apply(call);
        } else {
            shifts.apply((WorkEvent) event);
        }
    }

    private NightStates kept() {
        return store.find(NIGHT.id()).orElseThrow().value();
    }

    private NightMomentResponse moment(int minute) {
        return service.at(NIGHT, at(minute));
    }

    private List<String> states(int minute) {
        return moment(minute).getCallsList().stream()
                .map(call ->
                        call.getCallId() + " " + call.getState().name().replace("CALL_STATE_", ""))
                .toList();
    }

    private List<String> activities(int minute) {
        return moment(minute).getSupportersList().stream()
                .map(NightMomentServiceTest::text)
                .toList();
    }

    private static String text(MomentSupporter supporter) {
        String activity = supporter.getActivity().name().replace("SUPPORTER_ACTIVITY_", "");
        return (supporter.getDriverId() + " " + activity + " " + supporter.getCallId()).strip();
    }

    private long cellAt(int minute) {
        return moment(minute).getSupporters(0).getCell().getCell();
    }
}
