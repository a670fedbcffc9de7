package vn.edu.privacy.contracts.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rules of {@code contracts/law/rules.yaml} that a test proves. The modules above take it from platform's tests,
 * which this one cannot see; whoever reads the sources for {@code docs/law.md} goes by the name alone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
@interface Rule {
    /** Ids as {@code R-REG-01}. */
    String[] value();
}
