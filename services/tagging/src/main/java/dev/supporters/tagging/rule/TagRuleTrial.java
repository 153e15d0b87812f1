package dev.supporters.tagging.rule;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.supporters.proto.call.v1.Call;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries an expression on a call, as a rule would be applied to it. Nothing is stored, and nothing is counted. */
@ApplicationScoped
public class TagRuleTrial {

    /** Where in the expression, in characters from 0, an evaluation failed; the library says it in its message only. */
    private static final Pattern FAILED_AT =
            Pattern.compile("evaluation error at [^:]*:(\\d+): (.*)", Pattern.DOTALL);

    private final TagRuleCompiler compiler;

    public TagRuleTrial(TagRuleCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * @param tags what the call has before it
     */
    public Result run(String expression, Call call, List<String> tags) {
        try {
            return run(compiler.program(expression), expression, call, tags);
        } catch (CelValidationException e) {
            return new Result(new Mistaken(uncompiled(expression, e)), 0, tags);
        } catch (CelEvaluationException e) {
            return new Result(new Mistaken(Mistake.somewhere(e.getMessage(), true)), 0, tags);
        }
    }

    private static Result run(
            CelRuntime.Program program, String expression, Call call, List<String> tags) {
        AtomicInteger evaluated = new AtomicInteger();
        Map<String, Object> variables = TagRuleCompiler.variables(call, tags);
        try {
            Object value = program.trace(variables, (part, result) -> evaluated.incrementAndGet());
            return new Result(new Judged(Boolean.TRUE.equals(value)), evaluated.get(), tags);
        } catch (CelEvaluationException e) {
            return new Result(new Mistaken(failed(expression, e)), evaluated.get(), tags);
        }
    }

    private static Mistake uncompiled(String expression, CelValidationException mistakes) {
        CelIssue first = mistakes.getErrors().getFirst();
        CelSourceLocation place = first.getSourceLocation();
        List<String> lines = expression.lines().toList();
        if (place.getLine() < 1 || place.getLine() > lines.size()) {
            return Mistake.somewhere(first.getMessage(), true);
        }
        return Mistake.at(
                first.getMessage(),
                true,
                place.getLine(),
                place.getColumn(),
                lines.get(place.getLine() - 1));
    }

    private static Mistake failed(String expression, CelEvaluationException failure) {
        Matcher matcher = FAILED_AT.matcher(failure.getMessage());
        if (!matcher.matches()) {
            return Mistake.somewhere(failure.getMessage(), false);
        }
        String before =
                expression.substring(
                        0, Math.min(Integer.parseInt(matcher.group(1)), expression.length()));
        int lineBegin = before.lastIndexOf('\n') + 1;
        int line = Math.toIntExact(before.chars().filter(c -> c == '\n').count()) + 1;
        return Mistake.at(
                matcher.group(2),
                false,
                line,
                before.length() - lineBegin,
                expression.substring(lineBegin).lines().findFirst().orElse(""));
    }

    /**
     * What an expression makes of a call.
     *
     * @param cost how many parts of the expression were evaluated, each as often as it was
     * @param tags what the expression could see
     */
    public record Result(Outcome outcome, int cost, List<String> tags) {

        public Result {
            tags = List.copyOf(tags);
        }
    }

    /** Whether it matches, or why that cannot be said. */
    public sealed interface Outcome {}

    /** The expression was evaluated. */
    public record Judged(boolean matches) implements Outcome {}

    /** The expression is none, or fails on this call. */
    public record Mistaken(Mistake mistake) implements Outcome {}

    /**
     * What is wrong with an expression.
     *
     * @param compilation whether it does not compile; else it fails on this call
     * @param place empty if it is not known
     */
    public record Mistake(String message, boolean compilation, Optional<ExpressionPlace> place) {

        static Mistake somewhere(String message, boolean compilation) {
            return new Mistake(message, compilation, Optional.empty());
        }

        /**
         * @param column from 0
         * @param text the line
         */
        static Mistake at(String message, boolean compilation, int line, int column, String text) {
            String excerpt = text + "\n" + " ".repeat(column) + "^";
            return new Mistake(
                    message,
                    compilation,
                    Optional.of(new ExpressionPlace(line, column + 1, excerpt)));
        }
    }

    /**
     * A place in an expression.
     *
     * @param line from 1
     * @param column in characters, from 1
     * @param excerpt the line, and below it a caret at the column
     */
    public record ExpressionPlace(int line, int column, String excerpt) {}
}
