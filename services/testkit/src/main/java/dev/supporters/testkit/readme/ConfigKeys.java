package dev.supporters.testkit.readme;

import com.tngtech.archunit.core.domain.JavaClass;

import dev.supporters.testkit.ImportedClasses;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The keys of settings that a service reads, each with its default; an empty text where there is none. */
record ConfigKeys(Map<String, String> defaults) {

    private static final String OURS = "supporters.";
    private static final Pattern INJECTED =
            Pattern.compile(
                    "@ConfigProperty\\(\\s*name = \"(supporters[^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(supporters[^:}]+):([^}]*)}");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** From the mappings of a package, from injected properties, and from what application.properties sets and names. */
    static ConfigKeys of(String rootPackage, String sources, Properties settings) {
        Map<String, String> keys = mapped(rootPackage);
        INJECTED.matcher(sources)
                .results()
                .forEach(found ->
                        keys.put(found.group(1), Optional.ofNullable(found.group(2)).orElse("")));
        for (String name : settings.stringPropertyNames()) {
            String value = settings.getProperty(name);
            EXPRESSION
                    .matcher(value)
                    .results()
                    .forEach(found -> keys.putIfAbsent(found.group(1), found.group(2)));
            if (name.startsWith(OURS)) {
                keys.put(name, value);
            }
        }
        return new ConfigKeys(keys);
    }

    private static Map<String, String> mapped(String rootPackage) {
        Map<String, String> keys = new TreeMap<>();
        for (JavaClass type : ImportedClasses.of(rootPackage)) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                add(keys, type.getAnnotationOfType(ConfigMapping.class).prefix(), type.reflect());
            }
        }
        return keys;
    }

    private static void add(Map<String, String> keys, String prefix, Class<?> mapping) {
        for (Method method : mapping.getMethods()) {
            String key = key(prefix, method);
            if (method.getGenericReturnType() instanceof ParameterizedType map
                    && map.getRawType() == Map.class
                    && map.getActualTypeArguments()[1] instanceof Class<?> values) {
                put(keys, key + ".*", values, method);
            } else {
                put(keys, key, method.getReturnType(), method);
            }
        }
    }

    private static void put(Map<String, String> keys, String key, Class<?> type, Method method) {
        if (type.isInterface() && type.getName().startsWith("dev.supporters.")) {
            add(keys, key, type);
        } else {
            WithDefault given = method.getAnnotation(WithDefault.class);
            keys.put(key, given == null ? "" : given.value());
        }
    }

    private static String key(String prefix, Method method) {
        if (method.isAnnotationPresent(WithParentName.class)) {
            return prefix;
        }
        WithName named = method.getAnnotation(WithName.class);
        String name =
                named == null
                        ? HUMP.matcher(method.getName()).replaceAll("-").toLowerCase(Locale.ROOT)
                        : named.value();
        return prefix + "." + name;
    }
}
