package dev.supporters.settlement.pay;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Seconds of each class. */
public record ClassSeconds(Map<TimeClass, Long> byClass) {

    public static final ClassSeconds ZERO = of(timeClass -> 0L);

    public ClassSeconds {
        byClass = Collections.unmodifiableMap(new EnumMap<>(byClass));
    }

    public static ClassSeconds of(ToLongFunction<TimeClass> seconds) {
        Map<TimeClass, Long> all = new EnumMap<>(TimeClass.class);
        for (TimeClass timeClass : TimeClass.values()) {
            all.put(timeClass, seconds.applyAsLong(timeClass));
        }
        return new ClassSeconds(all);
    }

    public long of(TimeClass timeClass) {
        return byClass.get(timeClass);
    }

    public long sum() {
        return byClass.values().stream().mapToLong(Long::longValue).sum();
    }

    public ClassSeconds plus(TimeClass timeClass, long more) {
        return of(each -> each == timeClass ? of(each) + more : of(each));
    }

    public ClassSeconds minus(ClassSeconds other) {
        return of(each -> of(each) - other.of(each));
    }
}
