package vn.edu.privacy.contracts.law;

/**
 * A ground on which a request may be refused.
 *
 * @param ground stable code, {@code HARM_TO_OTHERS}
 * @param article the provision, as shown to people
 * @param rule the rule's id in the legal digest, for instance {@code R-PROV-02}
 */
public record RefusalRule(String ground, String article, String rule) {}
