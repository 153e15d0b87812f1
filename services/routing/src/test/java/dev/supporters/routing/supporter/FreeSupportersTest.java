package dev.supporters.routing.supporter;

import static dev.supporters.contract.WorkStep.State.ENDED;
import static dev.supporters.contract.WorkStep.State.RESTING;
import static dev.supporters.contract.WorkStep.State.WORKING;
import static dev.supporters.routing.RoutingFixtures.NOW;
import static dev.supporters.routing.RoutingFixtures.ORIGIN;
import static dev.supporters.routing.RoutingFixtures.WINDOW_END;
import static dev.supporters.routing.RoutingFixtures.begin;
import static dev.supporters.routing.RoutingFixtures.seen;
import static dev.supporters.routing.RoutingFixtures.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.contract.Memberships;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.routing.supporter.FreeSupporters.NearbySupporters;
import dev.supporters.routing.supporter.FreeSupporters.Unfit;
import dev.supporters.testkit.GeneralCallEvents;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

class FreeSupportersTest {

    private static final DriverId D = new DriverId("d");

    private final GeneralDrives general = new GeneralDrives(new TestClock());
    private final FreeSupporters supporters = new FreeSupporters(RoutingFixtures.CELLS, general);

    @Test
    void findsTheNearestFirst() {
        // Given
        begin(supporters, "far", .03);
        begin(supporters, "near", .001);
        begin(supporters, "middle", .01);

        // Then
        assertThat(near(5_000, 32)).containsExactly("near", "middle", "far");
        assertThat(near(5_000, 2)).containsExactly("near", "middle");
        assertThat(near(2_000, 32)).containsExactly("near", "middle");
    }

    @Test
    void findsTheSameAsALookAtEverybody() {
        // Given
        Random random = new Random(7);
        Map<String, Position> all = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            Position position =
                    new Position(37.4 + random.nextDouble(.3), 126.8 + random.nextDouble(.4));
            all.put("d" + i, position);
            begin(supporters, "d" + i, position);
        }
        for (int i = 0; i < 50; i++) {
            Position origin =
                    new Position(37.4 + random.nextDouble(.3), 126.8 + random.nextDouble(.4));
            double reach = random.nextDouble(500, 9_000);

            // When
            List<String> found = near(search(origin, reach, 16, NOW, Set.of()));

            // Then
            assertThat(found)
                    .containsExactlyElementsOf(
                            all.entrySet().stream()
                                    .filter(each -> each.getValue().metersTo(origin) <= reach)
                                    .sorted(
                                            Comparator.comparingDouble(
                                                    each -> each.getValue().metersTo(origin)))
                                    .limit(16)
                                    .map(Map.Entry::getKey)
                                    .toList());
        }
    }

    @Test
    void leavesOutWhoHasACallOfGeneralDispatchUntilItHasEnded() {
        // Given
        begin(supporters, "free", .001);
        begin(supporters, "elsewhere", .002);

        // When
        general.apply(GeneralCallEvents.taken("17", "elsewhere", 2, NOW), NOW);

        // Then
        assertThat(near(5_000, 32)).containsExactly("free");
        assertThat(supporters.count()).isEqualTo(1);
        general.apply(GeneralCallEvents.completed("17", "elsewhere", 3, NOW), NOW);
        assertThat(near(5_000, 32)).containsExactly("free", "elsewhere");
        assertThat(supporters.count()).isEqualTo(2);
    }

    @Test
    void leavesOutWhoRestsOrHasEnded() {
        // Given
        begin(supporters, "resting", .001);
        begin(supporters, "ended", .002);
        begin(supporters, "back", .003);
        next(step("resting", 2, RESTING));
        next(step("ended", 2, ENDED));
        next(step("back", 2, RESTING));
        next(step("back", 3, WORKING));

        // Then
        assertThat(near(5_000, 32)).containsExactly("back");
        assertThat(supporters.count()).isEqualTo(1);
    }

    @Test
    void leavesOutWhoHasACommandUntilItEnds() {
        // Given
        begin(supporters, "d", .001);

        // When
        supporters.engagement(D, now -> now.busy(2, "c1"));
        List<String> commanded = near(5_000, 32);
        supporters.engagement(D, now -> now.idle(3, "c1"));
        List<String> refused = near(5_000, 32);

        // Then
        assertThat(commanded).isEmpty();
        assertThat(refused).containsExactly("d");
    }

    @Test
    void leavesOutWhoseWindowHasEnded() {
        // Given
        begin(supporters, "d", .001);

        // Then
        assertThat(near(search(ORIGIN, 5_000, 32, WINDOW_END.minusMillis(1), Set.of())))
                .containsExactly("d");
        assertThat(near(search(ORIGIN, 5_000, 32, WINDOW_END, Set.of()))).isEmpty();
    }

    @Test
    void leavesOutWhoWorksInAnotherRegion() {
        // Given
        begin(supporters, "d", .001);

        // Then
        assertThat(supporters.near(nearby(Product.PRODUCT_DRIVER, "busan")).fit()).isEmpty();
    }

    @Test
    void leavesOutWhoIsExcludedAndWhoSellsSomethingElse() {
        // Given
        begin(supporters, "d", .001);

        // Then
        assertThat(near(search(ORIGIN, 5_000, 32, NOW, Set.of(D)))).isEmpty();
        assertThat(supporters.near(nearby(Product.PRODUCT_UNSPECIFIED, "seoul")).fit()).isEmpty();
    }

    @Test
    void leavesOutWhomTheTagsDoNotAdmitAndSaysWhy() {
        // Given
        begin(supporters, "d", .001);
        begin(supporters, "e", .002);
        supporters.tags(D, Set.of("senior", "calm"));

        // When
        NearbySupporters admitted = supporters.near(admitting(tags -> tags.contains("senior")));
        supporters.tags(D, Set.of("calm"));
        NearbySupporters none = supporters.near(admitting(tags -> tags.contains("senior")));

        // Then
        assertThat(admitted.fit()).extracting(FreeSupporter::driverId).containsExactly(D);
        assertThat(admitted.unfit())
                .extracting(Unfit::filter)
                .containsExactly(CandidateFilter.CANDIDATE_FILTER_TAGS);
        assertThat(none.fit()).isEmpty();
        assertThat(none.unfit()).hasSize(2);
    }

    @Test
    void leavesOutWhoIsNoMemberAnyMoreAndSaysWhy() {
        // Given
        begin(supporters, "d", .001);

        // When
        supporters.memberships(new Memberships(D, 2, Set.of()));
        NearbySupporters off = supporters.near(search(ORIGIN, 5_000, 32, NOW, Set.of()));
        int count = supporters.count();
        supporters.memberships(new Memberships(D, 1, Set.of(Product.PRODUCT_DRIVER)));
        List<String> older = near(5_000, 32);
        supporters.memberships(new Memberships(D, 3, Set.of(Product.PRODUCT_DRIVER)));
        List<String> again = near(5_000, 32);

        // Then
        assertThat(off.fit()).isEmpty();
        assertThat(off.unfit())
                .extracting(Unfit::filter)
                .containsExactly(CandidateFilter.CANDIDATE_FILTER_NOT_A_MEMBER);
        assertThat(count).isZero();
        assertThat(older).isEmpty();
        assertThat(again).containsExactly("d");
    }

    @Test
    void leavesOutWhoIsNowhere() {
        // Given
        supporters.shift(D, now -> now.begun(step("d", 1, WORKING), WINDOW_END));

        // When
        List<String> before = near(5_000, 32);
        supporters.location(D, now -> now.seen(seen(ORIGIN, NOW)));
        List<String> seen = near(5_000, 32);
        supporters.location(D, now -> now.unreachable(NOW.plusSeconds(180)));
        List<String> unreachable = near(5_000, 32);

        // Then
        assertThat(before).isEmpty();
        assertThat(seen).containsExactly("d");
        assertThat(unreachable).isEmpty();
    }

    @Test
    void followsADriverToAnotherCell() {
        // Given
        begin(supporters, "d", .001);

        // When
        Position away = new Position(ORIGIN.lat() + .1, ORIGIN.lng());
        supporters.location(D, now -> now.seen(seen(away, NOW.plusSeconds(60))));

        // Then
        assertThat(near(5_000, 32)).isEmpty();
        assertThat(near(search(away, 100, 32, NOW, Set.of()))).containsExactly("d");
        assertThat(supporters.count()).isEqualTo(1);
    }

    @Test
    void keepsEverybodyWhenManyMoveAndManyLookAtOnce() {
        // Given
        List<Callable<Integer>> runners = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int first = thread * 50;
            runners.add(() -> {
                for (int step = 0; step < 40; step++) {
                    for (int driver = first; driver < first + 50; driver++) {
                        Position position =
                                new Position(
                                        ORIGIN.lat() + step * .001, ORIGIN.lng() + driver * .0001);
                        Instant time = NOW.plusSeconds(step);
                        String id = "d" + driver;
                        DriverId driverId = new DriverId(id);
                        supporters.shift(
                                driverId, now -> now.begun(step(id, 1, WORKING), WINDOW_END));
                        supporters.location(driverId, now -> now.seen(seen(position, time)));
                    }
                    near(5_000, 32);
                }
                return first;
            });
        }

        // When
        Race.run(runners);

        // Then
        assertThat(supporters.count()).isEqualTo(200);
        assertThat(near(20_000, 1_000)).hasSize(200).doesNotHaveDuplicates();
    }

    private List<String> near(double reach, int most) {
        return near(search(ORIGIN, reach, most, NOW, Set.of()));
    }

    private List<String> near(SupporterSearch search) {
        return supporters.near(search).fit().stream().map(free -> free.driverId().value()).toList();
    }

    private static SupporterSearch search(
            Position origin, double reach, int most, Instant now, Set<DriverId> excluded) {
        return new SupporterSearch(
                Product.PRODUCT_DRIVER, "seoul", origin, now, reach, most, excluded, tags -> true);
    }

    private static SupporterSearch admitting(Predicate<Set<String>> admitted) {
        return new SupporterSearch(
                Product.PRODUCT_DRIVER, "seoul", ORIGIN, NOW, 5_000, 32, Set.of(), admitted);
    }

    private static SupporterSearch nearby(Product product, String region) {
        return new SupporterSearch(product, region, ORIGIN, NOW, 5_000, 32, Set.of(), tags -> true);
    }

    private void next(WorkStep step) {
        supporters.shift(step.driverId(), now -> now.next(step));
    }
}
