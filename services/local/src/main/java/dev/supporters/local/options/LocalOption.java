package dev.supporters.local.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a component of {@link LocalOptions} as an option of {@code ./mvnw -Plocal}. The component's type says how it is read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface LocalOption {

    /** What the option does, for the usage text and the README. */
    String description();

    /** What is taken if the option is not given. */
    String defaultValue() default "";

    /** The default in words, where the value itself says nothing. */
    String defaultText() default "";

    /** The option's name, where it is not the component's. */
    String name() default "";

    /** What may be written after {@code =}. */
    String valueForm() default "";

    /** The smallest number that is allowed. */
    double min() default 0;

    /** The largest number that is allowed. */
    double max() default Long.MAX_VALUE;

    /** Whether the option may be given without a value, which then means yes. */
    boolean valueOptional() default false;
}
