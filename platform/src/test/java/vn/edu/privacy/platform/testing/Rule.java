package vn.edu.privacy.platform.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rules of law, by their ids in {@code contracts/law/rules.yaml}, that a test proves: it fails when one of them is
 * broken. On a class it speaks for all its tests. {@code docs/law.md} is drawn from it, out of the sources.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.SOURCE)
@Documented
public @interface Rule {
    /** Ids as {@code R-CON-04}. */
    String[] value();
}
