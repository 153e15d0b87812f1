package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.tagging.adapter.mongo.TaggingMemory;
import dev.supporters.tagging.adapter.mongo.TaggingStores;
import dev.supporters.tagging.rule.KeptTagRule.Author;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Operators who take rules away in the same moment leave one by which calls are fit. */
class FitRuleRacesTest {

    private static final Author SOMEBODY =
            new Author(TestClock.FRIDAY_NIGHT, "operator-1", "not needed");
    private static final List<String> NAMES = List.of("a", "b", "c");

    @AutoClose private static final TestStore STORE = new TestStore();

    private final TaggingMemory memory = new TaggingMemory();

    /** What others do between a decision on a rule and its write, in this order. */
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();

    private final TagRuleService service = service(memory.rules(this::runNext));

    private void runNext() {
        Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
    }

    private static TagRuleService service(TagRuleRepository rules) {
        return new TagRuleService(rules, new TagRuleCompiler(), new SimpleMeterRegistry());
    }

    private static void put(TagRuleService service, String... names) {
        for (String name : names) {
            service.put("p-" + name, fit(name, true), SOMEBODY);
        }
    }

    private static TagRule fit(String name, boolean enabled) {
        return new TagRule(name, TagRule.FIT, "true", enabled);
    }

    private static List<String> thatMakeFit(TagRuleService service) {
        return service.list().stream().filter(TagRule::makesFit).map(TagRule::name).toList();
    }

    private static boolean succeeds(Runnable request) {
        try {
            request.run();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.reason()).isEqualTo(ErrorReason.ERROR_REASON_LAST_FIT_RULE);
            return false;
        }
    }

    @Test
    void ofTwoWhoRemoveTheLastTwoTheOneWhoIsFasterDoes() {
        put(service, "a", "b");
        meanwhile.add(() -> service.remove("r2", "b", SOMEBODY));

        assertThat(succeeds(() -> service.remove("r1", "a", SOMEBODY))).isFalse();

        assertThat(thatMakeFit(service)).containsExactly("a");
        assertThat(service.history("a"))
                .extracting(KeptTagRule.RuleChange::removed)
                .containsOnly(false);
    }

    @Test
    void oneWhoRemovesAndOneWhoPutsOutOfForceLeaveOne() {
        put(service, "a", "b");
        meanwhile.add(() -> service.put("r2", fit("b", false), SOMEBODY));

        assertThat(succeeds(() -> service.remove("r1", "a", SOMEBODY))).isFalse();

        assertThat(thatMakeFit(service)).containsExactly("a");
    }

    @Test
    void ofThreeTwoMayBeTakenAwayInTheSameMoment() {
        put(service, "a", "b", "c");
        meanwhile.add(() -> service.remove("r2", "b", SOMEBODY));

        assertThat(succeeds(() -> service.remove("r1", "a", SOMEBODY))).isTrue();

        assertThat(thatMakeFit(service)).containsExactly("c");
    }

    @Test
    void theSameRequestTwiceInTheSameMomentIsDoneOnce() {
        put(service, "a", "b");
        meanwhile.add(() -> service.remove("r1", "a", SOMEBODY));

        assertThat(service.remove("r1", "a", SOMEBODY).name()).isEqualTo("a");

        assertThat(thatMakeFit(service)).containsExactly("b");
        assertThat(service.history("a"))
                .extracting(KeptTagRule.RuleChange::removed)
                .containsExactly(true, false);
    }

    @Test
    void oneWhoDiesAfterTakingTheTurnKeepsNobodyFromTakingAnotherRuleAway() {
        put(service, "a", "b", "c");
        meanwhile.add(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> service.remove("r1", "a", SOMEBODY)).hasMessage("killed");

        service.remove("r2", "b", SOMEBODY);
        service.remove("r3", "c", SOMEBODY);

        assertThat(thatMakeFit(service)).containsExactly("a");
    }

    @RepeatedTest(20)
    void threeOperatorsOnThreeProcessesLeaveOne() {
        TestClock clock = new TestClock(TestClock.FRIDAY_NIGHT);
        var database = STORE.database();
        List<TagRuleService> processes =
                NAMES.stream()
                        .map(name ->
                                service(
                                        TaggingStores.rules(
                                                STORE.open(TaggingStores.RULES, clock, database),
                                                STORE.open(
                                                        TaggingStores.FIT_RULE_TURNS,
                                                        clock,
                                                        database))))
                        .toList();
        put(processes.getFirst(), "a", "b", "c");
        List<Callable<Boolean>> removals =
                List.of(
                        () -> succeeds(() -> processes.get(0).remove("r", "a", SOMEBODY)),
                        () -> succeeds(() -> processes.get(1).remove("r", "b", SOMEBODY)),
                        () -> succeeds(() -> processes.get(2).remove("r", "c", SOMEBODY)));

        List<Boolean> done = Race.run(removals);

        assertThat(done).containsExactlyInAnyOrder(true, true, false);
        assertThat(thatMakeFit(processes.getFirst())).hasSize(1);
    }
}
