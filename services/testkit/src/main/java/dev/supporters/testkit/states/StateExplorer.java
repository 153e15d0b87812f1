package dev.supporters.testkit.states;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Visits every state that a model can reach, those first that need the fewest actions, and checks the invariants. So the trace to
 * a violation is a shortest one. States with an equal form are the same state.
 */
public final class StateExplorer<S> {

    /** More are a sign that a model does not bound what grows. */
    private static final int MOST_STATES = 100_000;

    private final Function<S, ?> form;
    private final Function<S, List<StateChange<S>>> actions;
    private final List<StateRule<S>> invariants;

    /**
     * An explorer of one model.
     *
     * @param form what distinguishes one state from another; it has to have equals and hashCode
     * @param actions what can happen in a state
     */
    public StateExplorer(
            Function<S, ?> form,
            Function<S, List<StateChange<S>>> actions,
            List<StateRule<S>> invariants) {
        this.form = form;
        this.actions = actions;
        this.invariants = List.copyOf(invariants);
    }

    /** Something that may happen: a pure function of the state. */
    public record StateChange<S>(String name, UnaryOperator<S> step) {}

    /** What must be true. */
    public record StateRule<S>(String words, Predicate<S> ofState, BiPredicate<S, S> ofStep) {

        /** Of every state. */
        public static <S> StateRule<S> always(String words, Predicate<S> holds) {
            return new StateRule<>(words, holds, (before, after) -> true);
        }

        /** Of every step that changes something: of the state before it, and the one after it. */
        public static <S> StateRule<S> eachStep(String words, BiPredicate<S, S> holds) {
            return new StateRule<>(words, state -> true, holds);
        }
    }

    /**
     * What was explored.
     *
     * @param steps how many actions were taken, also those that changed nothing
     * @param depth how many actions the farthest state needs
     * @param effective the names of actions that changed some state
     */
    public record Explored(int states, long steps, int depth, Set<String> effective) {

        @Override
        public String toString() {
            return states + " states, " + steps + " steps, " + depth + " deep";
        }
    }

    /**
     * Explores.
     *
     * @throws AssertionError with the trace, if an invariant is broken or an action throws
     */
    public Explored explore(S first) {
        Logger product = Logger.getLogger("dev.supporters");
        Level level = product.getLevel();
        product.setLevel(Level.OFF); // a line for each of so many steps takes longer than the steps
        try {
            return visited(first);
        } finally {
            product.setLevel(level);
        }
    }

    private Explored visited(S first) {
        var seen = new HashMap<Object, VisitedState<S>>();
        var waiting = new ArrayDeque<VisitedState<S>>();
        var effective = new TreeSet<String>();
        VisitedState<S> start = new VisitedState<>(first, Optional.empty(), "at first", 0);
        check(start);
        seen.put(form.apply(first), start);
        waiting.add(start);
        long steps = 0;
        int depth = 0;
        while (!waiting.isEmpty()) {
            VisitedState<S> from = waiting.remove();
            depth = from.depth();
            for (StateChange<S> action : actions(from)) {
                steps++;
                visit(from, action, seen, waiting)
                        .ifPresent(changed -> effective.add(action.name()));
            }
        }
        return new Explored(seen.size(), steps, depth, effective);
    }

    private List<StateChange<S>> actions(VisitedState<S> from) {
        try {
            return actions.apply(from.state());
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(e.getMessage() + from.trace(), e);
        }
    }

    /** Takes an action; empty if it changes nothing. */
    private Optional<VisitedState<S>> visit(
            VisitedState<S> from,
            StateChange<S> action,
            Map<Object, VisitedState<S>> seen,
            Queue<VisitedState<S>> waiting) {
        VisitedState<S> to = from.then(action);
        Object reached = form.apply(to.state());
        if (reached.equals(form.apply(from.state()))) {
            return Optional.empty();
        }
        check(from, to);
        if (seen.putIfAbsent(reached, to) == null) {
            check(to);
            waiting.add(to);
        }
        if (seen.size() > MOST_STATES) {
            throw new AssertionError("more than " + MOST_STATES + " states" + to.trace());
        }
        return Optional.of(to);
    }

    private void check(VisitedState<S> at) {
        for (StateRule<S> invariant : invariants) {
            if (!invariant.ofState().test(at.state())) {
                throw new AssertionError("broken: " + invariant.words() + at.trace());
            }
        }
    }

    private void check(VisitedState<S> from, VisitedState<S> to) {
        for (StateRule<S> invariant : invariants) {
            if (!invariant.ofStep().test(from.state(), to.state())) {
                throw new AssertionError("broken: " + invariant.words() + to.trace());
            }
        }
    }

    private record VisitedState<S>(
            S state, Optional<VisitedState<S>> before, String action, int depth) {

        VisitedState<S> then(StateChange<S> next) {
            try {
                return new VisitedState<>(
                        next.step().apply(state), Optional.of(this), next.name(), depth + 1);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "failed: %s%s%n  %d. %s".formatted(e, trace(), depth + 1, next.name()), e);
            }
        }

        String trace() {
            var lines = new ArrayList<String>();
            for (Optional<VisitedState<S>> at = Optional.of(this);
                    at.isPresent();
                    at = at.get().before()) {
                lines.addFirst(
                        "%n  %d. %s%n     -> %s"
                                .formatted(at.get().depth(), at.get().action(), at.get().state()));
            }
            return String.join("", lines);
        }
    }
}
