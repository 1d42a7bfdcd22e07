package io.treehouse.datasets.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a component of a record that is written as JSON that it is never null, and that nothing which it holds is. All
 * others may be null, unless they are primitives: what is unknown, or does not apply, is null.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Known {
    /** The texts that it can be; none if there are more than can be listed, or if it is an enum, which tells them itself. */
    String[] value() default {};
}
