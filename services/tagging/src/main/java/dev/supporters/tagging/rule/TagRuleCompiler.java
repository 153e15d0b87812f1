package dev.supporters.tagging.rule;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;

/** Compiles CEL expressions of type bool over the variable {@code call}; types and fields are checked when a rule is put. */
@ApplicationScoped
public class TagRuleCompiler {

    private static final String VARIABLE = "call";
    private static final int MOST_ITERATIONS = 1_000;

    private final Cel cel =
            CelFactory.standardCelBuilder()
                    .setOptions(
                            CelOptions.current()
                                    .comprehensionMaxIterations(MOST_ITERATIONS)
                                    .build())
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .addFileTypes(Call.getDescriptor().getFile())
                    .addFileTypes(Call.getDescriptor().getFile().getDependencies())
                    .addVar(
                            VARIABLE,
                            StructTypeReference.create(Call.getDescriptor().getFullName()))
                    .setResultType(SimpleType.BOOL)
                    .build();

    CompiledRule compile(TagRule rule) {
        try {
            return new CompiledRule(
                    rule, cel.createProgram(cel.compile(rule.expression()).getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw Refusal.invalid(
                    "rule.expression",
                    e.getMessage(),
                    "a CEL expression of type bool over the variable call");
        }
    }

    /** A rule, ready to run; safe for many threads. */
    record CompiledRule(TagRule rule, CelRuntime.Program program) {

        boolean matches(Call call) throws CelEvaluationException {
            return Boolean.TRUE.equals(program.eval(Map.of(VARIABLE, call)));
        }
    }
}
