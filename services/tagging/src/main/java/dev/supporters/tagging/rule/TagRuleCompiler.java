package dev.supporters.tagging.rule;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.Map;

/** Compiles CEL expressions of type bool over the variables {@code call} and {@code tags}; types and fields are checked when a rule is put. */
@ApplicationScoped
public class TagRuleCompiler {

    private static final String CALL = "call";
    private static final String TAGS = "tags";

    /** How often the loops of an expression may run; beyond that it fails. */
    public static final int MOST_ITERATIONS = 1_000;

    private final Cel cel =
            CelFactory.standardCelBuilder()
                    .setOptions(
                            CelOptions.current()
                                    .comprehensionMaxIterations(MOST_ITERATIONS)
                                    .build())
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .addFileTypes(Call.getDescriptor().getFile())
                    .addFileTypes(Call.getDescriptor().getFile().getDependencies())
                    .addVar(CALL, StructTypeReference.create(Call.getDescriptor().getFullName()))
                    .addVar(TAGS, ListType.create(SimpleType.STRING))
                    .setResultType(SimpleType.BOOL)
                    .build();

    CompiledRule compile(TagRule rule) {
        try {
            return new CompiledRule(rule, program(rule.expression()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw Refusal.invalid(
                    "rule.expression",
                    e.getMessage(),
                    "a CEL expression of type bool over the variables call and tags");
        }
    }

    CelRuntime.Program program(String expression)
            throws CelValidationException, CelEvaluationException {
        return cel.createProgram(cel.compile(expression).getAst());
    }

    /**
     * What an expression reads.
     *
     * @param tags a list, which is what CEL can read
     */
    static Map<String, Object> variables(Call call, Collection<String> tags) {
        return Map.of(CALL, call, TAGS, tags);
    }

    /** A rule, ready to run; safe for many threads. */
    record CompiledRule(TagRule rule, CelRuntime.Program program) {

        boolean matches(Map<String, Object> variables) throws CelEvaluationException {
            return Boolean.TRUE.equals(program.eval(variables));
        }
    }
}
