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
    String text();

    /** What is taken if the option is not given. */
    String standard() default "";

    /** The same in words, where the value itself says nothing. */
    String standardText() default "";

    /** The option's name, where it is not the component's. */
    String name() default "";

    /** What may be written after {@code =}. */
    String form() default "";

    /** The least number; for numbers only. */
    double least() default 0;

    /** The greatest number; for numbers only. */
    double most() default Long.MAX_VALUE;

    /** Whether the option without a value means yes. */
    boolean aloneIsYes() default false;
}
