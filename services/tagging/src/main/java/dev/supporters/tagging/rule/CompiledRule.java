package dev.supporters.tagging.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.supporters.proto.call.v1.Call;

import java.util.Map;

/** A rule, ready to run; safe for many threads. */
record CompiledRule(Rule rule, CelRuntime.Program program) {

    boolean holds(Call call) throws CelEvaluationException {
        return Boolean.TRUE.equals(program.eval(Map.of("call", call)));
    }
}
