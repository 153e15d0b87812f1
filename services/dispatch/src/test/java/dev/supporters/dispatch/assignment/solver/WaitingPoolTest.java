package dev.supporters.dispatch.assignment.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.assignment.solver.WaitingPool.Candidate;
import dev.supporters.dispatch.assignment.solver.WaitingPool.HeldCall;
import dev.supporters.dispatch.assignment.solver.WaitingPool.Pair;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class WaitingPoolTest {

    @Test
    void servesBothCallsWhereOneCouldTakeTheOthersOnlySupporter() {
        // Given
        HeldCall choosy = call("choosy", 10, candidate("a", 300, .9));
        HeldCall flexible = call("flexible", 60, candidate("a", 120, .97), candidate("b", 420, .8));

        // When
        List<Pair> pairs = WaitingPool.assign(List.of(choosy, flexible));

        // Then
        assertThat(pairs)
                .extracting(
                        pair -> pair.callId().value(), pair -> pair.candidate().driverId().value())
                .containsExactly(tuple("flexible", "b"), tuple("choosy", "a"));
    }

    @Test
    void givesASupporterWhomTwoWantEquallyToTheCallThatWaitsLonger() {
        List<Pair> pairs =
                WaitingPool.assign(
                        List.of(
                                call("young", 5, candidate("a", 300, .9)),
                                call("old", 90, candidate("a", 300, .9))));

        assertThat(pairs).containsExactly(new Pair(new CallId("old"), candidate("a", 300, .9)));
    }

    @Test
    void weighsTheProbabilityAndALittleTheWay() {
        assertThat(candidate("a", 600, .8).weight()).isCloseTo(.78, within(1e-12));
        assertThat(candidate("a", 0, 1).weight()).isEqualTo(1);
    }

    @Test
    void prefersAnUnlikelyDriveToNone() {
        Candidate unlikely = candidate("a", 1_320, .001);

        assertThat(unlikely.weight()).isEqualTo(.01);
        assertThat(WaitingPool.assign(List.of(call("1", 0, unlikely)))).hasSize(1);
    }

    @Test
    void looksAtTheNearestOnly() {
        // Given
        Candidate[] many =
                IntStream.range(0, 40)
                        .mapToObj(i -> candidate("d" + i, 1_000 - i, i < 8 ? 1 : .5))
                        .toArray(Candidate[]::new);

        // When
        List<Pair> pairs = WaitingPool.assign(List.of(call("1", 0, many)));

        // Then: the eight that are likelier are the farthest
        assertThat(pairs).containsExactly(new Pair(new CallId("1"), candidate("d39", 961, .5)));
    }

    @Test
    void countsASupporterOnceThoughGivenTwice() {
        List<Pair> pairs =
                WaitingPool.assign(
                        List.of(
                                call("1", 9, candidate("a", 500, .9), candidate("a", 300, .7)),
                                call("2", 5, candidate("a", 900, .5))));

        assertThat(pairs).containsExactly(new Pair(new CallId("1"), candidate("a", 300, .7)));
    }

    @Test
    void isTheSameInWhateverOrderCallsAndCandidatesCome() {
        var random = new Random(7);
        var calls = new ArrayList<HeldCall>();
        for (int i = 0; i < 60; i++) {
            Candidate[] candidates =
                    random.ints(8, 0, 50)
                            .distinct()
                            .mapToObj(d -> candidate("d" + d, 60 * random.nextInt(20), .5))
                            .toArray(Candidate[]::new);
            calls.add(call("c" + i, random.nextInt(5), candidates));
        }
        List<Pair> expected = WaitingPool.assign(calls);

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(calls, random);
            List<HeldCall> shuffled =
                    calls.stream()
                            .map(call -> {
                                var candidates = new ArrayList<>(call.candidates());
                                Collections.shuffle(candidates, random);
                                return new HeldCall(call.callId(), call.age(), candidates);
                            })
                            .toList();
            assertThat(WaitingPool.assign(shuffled)).isEqualTo(expected);
        }
    }

    @Test
    void hasNothingForNobody() {
        assertThat(WaitingPool.assign(List.of())).isEmpty();
        assertThat(WaitingPool.assign(List.of(call("1", 3)))).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        HeldCall call = call("1", 3, candidate("a", 60, .9));

        assertThatThrownBy(() -> WaitingPool.assign(List.of(call, call)))
                .hasMessage("call 1: twice (expected: each call once)");
        assertThatThrownBy(() -> candidate("a", Double.NaN, .9))
                .hasMessage("etaSeconds: NaN (expected: 0 or more)");
        assertThatThrownBy(() -> candidate("a", Double.POSITIVE_INFINITY, .9))
                .hasMessage("etaSeconds: Infinity (expected: 0 or more)");
        assertThatThrownBy(() -> candidate("a", 60, 1.01))
                .hasMessage("keepProbability: 1.01 (expected: 0 to 1)");
        assertThatThrownBy(() -> call("1", -1)).hasMessage("age: PT-1S (expected: 0 or more)");
    }

    private static HeldCall call(String id, int age, Candidate... candidates) {
        return new HeldCall(new CallId(id), Duration.ofSeconds(age), List.of(candidates));
    }

    private static Candidate candidate(String id, double etaSeconds, double keepProbability) {
        return new Candidate(new DriverId(id), etaSeconds, keepProbability, false);
    }
}
