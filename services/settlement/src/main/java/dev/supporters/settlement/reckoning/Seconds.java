package dev.supporters.settlement.reckoning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Seconds of each class. */
public record Seconds(Map<TimeClass, Long> byClass) {

    public static final Seconds ZERO = of(timeClass -> 0L);

    public Seconds {
        byClass = Collections.unmodifiableMap(new EnumMap<>(byClass));
    }

    public static Seconds of(ToLongFunction<TimeClass> seconds) {
        Map<TimeClass, Long> all = new EnumMap<>(TimeClass.class);
        for (TimeClass timeClass : TimeClass.values()) {
            all.put(timeClass, seconds.applyAsLong(timeClass));
        }
        return new Seconds(all);
    }

    public long of(TimeClass timeClass) {
        return byClass.get(timeClass);
    }

    public long sum() {
        return byClass.values().stream().mapToLong(Long::longValue).sum();
    }

    public Seconds plus(TimeClass timeClass, long more) {
        return of(each -> each == timeClass ? of(each) + more : of(each));
    }

    public Seconds minus(Seconds other) {
        return of(each -> of(each) - other.of(each));
    }
}
