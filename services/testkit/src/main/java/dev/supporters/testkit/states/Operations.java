package dev.supporters.testkit.states;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.testkit.states.StateExplorer.StateChange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Makes a state's actions from a model's operations. Each happens alone, and again, because its answer was lost. Where it can be
 * interrupted, its process dies there, or another operation happens there that changes something, too.
 *
 * <p>A state is what is stored. An operation runs in processes that have just started from it, so a restart lies between any two.
 */
public final class Operations<S, R extends Operations.Run<S>> {

    private final Function<S, R> start;
    private final Function<S, ?> form;
    private final boolean interrupted;

    /**
     * Operations on one model.
     *
     * @param start starts what an operation runs in
     * @param form what distinguishes one state from another
     * @param interrupted whether something happens in the middle of operations; otherwise they only follow one another
     */
    public Operations(Function<S, R> start, Function<S, ?> form, boolean interrupted) {
        this.start = start;
        this.form = form;
        this.interrupted = interrupted;
    }

    /** What an operation runs in. */
    public interface Run<S> {

        Interruption interruption();

        /** The state as it is stored now. */
        S stored();
    }

    /**
     * An operation.
     *
     * @param repeatable whether the second time has the same answer, and no effect
     * @param run returns the answer; a refusal is one
     */
    public record Operation<R>(String name, boolean repeatable, Function<R, String> run) {

        /** One that may come twice. */
        public static <R> Operation<R> of(String name, Function<R, String> run) {
            return new Operation<>(name, true, run);
        }

        /** One that does something new each time. */
        public static <R> Operation<R> once(String name, Function<R, String> run) {
            return new Operation<>(name, false, run);
        }
    }

    @SuppressWarnings(
            "ReferenceEquality") // an operation that changes nothing returns the very same state
    public List<StateChange<S>> actions(S state, List<Operation<R>> operations) {
        List<Alone<S, R>> all =
                operations.stream().map(operation -> alone(state, operation)).toList();
        var actions = new ArrayList<StateChange<S>>();
        for (Alone<S, R> one : all) {
            actions.add(new StateChange<>(one.operation().name(), before -> repeated(one)));
            for (int point = 0; interrupted && point < one.points(); point++) {
                actions.add(dying(one.operation(), point));
                for (Alone<S, R> other : all) {
                    if (other.after() != state && other != one) {
                        actions.add(interrupted(one.operation(), point, other.operation()));
                    }
                }
            }
        }
        return actions;
    }

    private Alone<S, R> alone(S state, Operation<R> operation) {
        R run = start.apply(state);
        String answer = operation.run().apply(run);
        return new Alone<>(operation, run.stored(), answer, run.interruption().passed());
    }

    private S repeated(Alone<S, R> first) {
        if (first.operation().repeatable() && first.points() > 0) {
            Alone<S, R> second = alone(first.after(), first.operation());
            assertThat(second.answer())
                    .as("the answer to the repetition")
                    .isEqualTo(first.answer());
            assertThat(form.apply(second.after()))
                    .as("the state after the repetition")
                    .isEqualTo(form.apply(first.after()));
        }
        return first.after();
    }

    private StateChange<S> dying(Operation<R> operation, int point) {
        return new StateChange<>(
                operation.name() + ", and the process dies at point " + point,
                state -> {
                    R run = start.apply(state);
                    run.interruption()
                            .at(
                                    point,
                                    () -> {
                                        throw new ProcessDied();
                                    });
                    try {
                        var _ = operation.run().apply(run);
                    } catch (ProcessDied e) {
                        // what it had written is stored
                    }
                    return run.stored();
                });
    }

    private StateChange<S> interrupted(Operation<R> operation, int point, Operation<R> other) {
        return new StateChange<>(
                operation.name() + "; in its middle, at point " + point + ": " + other.name(),
                state -> {
                    R run = start.apply(state);
                    run.interruption()
                            .at(
                                    point,
                                    () -> {
                                        var _ = other.run().apply(run);
                                    });
                    var _ = operation.run().apply(run);
                    return run.stored();
                });
    }

    private record Alone<S, R>(Operation<R> operation, S after, String answer, int points) {}

    /** No exception: the product handles those, and nobody handles this. */
    private static final class ProcessDied extends Error {

        ProcessDied() {
            super("the process dies", null, false, false);
        }
    }
}
