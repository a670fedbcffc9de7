package vn.edu.privacy.consent.paper.domain;

/** How an entry differs from its evidence. A choice and no text, so that nothing about anybody is written. */
public enum WrongBecause {
    /** The evidence is not where the entry says. */
    EVIDENCE_MISSING,
    /** Nobody signed it, or nobody said it. */
    NOT_SIGNED,
    /** It is about another student, or somebody else signed it. */
    OTHER_PERSON,
    /** It says something else: the answer, its limits or its conditions. */
    OTHER_ANSWER,
    /** It bears another date. */
    OTHER_DATE,
    /** It is for another purpose, or its notice has another content. */
    OTHER_CONTENT
}
