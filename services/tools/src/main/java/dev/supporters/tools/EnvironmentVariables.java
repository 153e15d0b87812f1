package dev.supporters.tools;

import java.util.Map;
import java.util.Optional;

/** The environment's variables. An empty one counts as missing. */
public record EnvironmentVariables(Map<String, String> variables) {

    public EnvironmentVariables {
        variables = Map.copyOf(variables);
    }

    public String text(String name, String expected) {
        return optional(name)
                .orElseThrow(() -> new InvalidSettingException(name, "nothing", expected));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
