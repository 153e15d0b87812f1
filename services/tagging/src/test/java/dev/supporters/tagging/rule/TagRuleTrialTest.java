package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.tagging.rule.TagRuleTrial.ExpressionPlace;
import dev.supporters.tagging.rule.TagRuleTrial.Judged;
import dev.supporters.tagging.rule.TagRuleTrial.Mistake;
import dev.supporters.tagging.rule.TagRuleTrial.Mistaken;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class TagRuleTrialTest {

    private static final Call CALL = Call.newBuilder().setDistanceMeters(70_000).build();

    private final TagRuleTrial trial = new TagRuleTrial(new TagRuleCompiler());

    @Test
    void saysWhetherTheCallMatchesAndWhatItCosts() {
        // When
        var far = run("call.distance_meters > 30000");
        var known = run("'vip' in tags || call.distance_meters > 30000");

        // Then
        assertThat(far.outcome()).isEqualTo(new Judged(true));
        assertThat(run("call.distance_meters < 3").outcome()).isEqualTo(new Judged(false));
        assertThat(known.outcome()).isEqualTo(new Judged(true));
        assertThat(far.cost()).isEqualTo(4);
        assertThat(run("[1, 2, 3].all(x, x > 0)").cost()).isGreaterThan(far.cost());
        assertThat(far.tags()).containsExactly("vip");
    }

    @Test
    void readsWhenTheCallWasRequested() {
        String late = "call.create_time.getHours('Asia/Seoul') >= 22";
        Call requested =
                CALL.toBuilder()
                        .setCreateTime(Timestamps.of(Instant.parse("2026-11-20T13:30:00Z")))
                        .build();

        assertThat(trial.run(late, requested, List.of()).outcome()).isEqualTo(new Judged(true));
        assertThat(run(late).outcome()).isEqualTo(new Judged(false));
    }

    @Test
    void whatLoopsMoreThanItMayFails() {
        // Given
        String eleven = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]";
        String some = eleven + ".all(a, " + eleven + ".all(b, true))";
        String more = eleven + ".all(a, " + some.replace("(a,", "(c,") + ")";

        // When and then
        assertThat(run(some).outcome()).isEqualTo(new Judged(true));
        assertThat(run(more).outcome()).isInstanceOf(Mistaken.class);
    }

    @Test
    void pointsAtTheFirstMistakeOfWhatDoesNotCompile() {
        // When
        var result = run("call.distance_meters > 3 &&\n  call.weight > 1 && call.size > 2");

        // Then
        assertThat(result.outcome())
                .isEqualTo(
                        new Mistaken(
                                new Mistake(
                                        "undefined field 'weight'",
                                        true,
                                        Optional.of(
                                                new ExpressionPlace(
                                                        2,
                                                        7,
                                                        "  call.weight > 1 && call.size > 2\n"
                                                                + "      ^")))));
        assertThat(result.cost()).isZero();
    }

    @Test
    void pointsAtTheEndOfWhatIsNotFinished() {
        assertThat(run("call.distance_meters >").outcome())
                .isInstanceOfSatisfying(
                        Mistaken.class,
                        mistaken ->
                                assertThat(mistaken.mistake().place())
                                        .hasValue(
                                                new ExpressionPlace(
                                                        1,
                                                        23,
                                                        "call.distance_meters >\n"
                                                                + "                      ^")));
    }

    @Test
    void pointsAtWhatFailsOnTheCall() {
        // When
        var result = run("call.version == 0 &&\n call.distance_meters / call.fare.amount > 2");

        // Then
        assertThat(result.outcome())
                .isEqualTo(
                        new Mistaken(
                                new Mistake(
                                        "/ by zero",
                                        false,
                                        Optional.of(
                                                new ExpressionPlace(
                                                        2,
                                                        23,
                                                        " call.distance_meters / call.fare.amount > 2\n"
                                                                + "                      ^")))));
        assertThat(result.cost()).isPositive();
    }

    @Test
    void anExpressionOfAnotherTypeIsAMistake() {
        assertThat(run("call.distance_meters").outcome())
                .isInstanceOfSatisfying(
                        Mistaken.class,
                        mistaken ->
                                assertThat(mistaken.mistake().message())
                                        .isEqualTo("expected type 'bool' but found 'int'"));
    }

    private TagRuleTrial.Result run(String expression) {
        return trial.run(expression, CALL, List.of("vip"));
    }
}
