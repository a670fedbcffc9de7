package vn.edu.privacy.platform.problem;

import org.springframework.context.MessageSourceResolvable;

/**
 * A field that breaks a rule; its text waits for the caller's language.
 *
 * @param field path of the field in the body, or the parameter's name
 * @param message the rule's text, by the name of the constraint
 */
record InvalidField(String field, MessageSourceResolvable message) {
    /** The member of {@code invalid-fields} that lists them. */
    static final String MEMBER = "errors";
}
