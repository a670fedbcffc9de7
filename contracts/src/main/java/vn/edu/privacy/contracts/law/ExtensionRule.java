package vn.edu.privacy.contracts.law;

/**
 * By how much the law lets one extension move the time to carry a request out (R-DL-01).
 *
 * @param days at most so many, 1 or more
 * @param article the provision, as shown to people
 * @param rule the rule's id in the legal digest, for instance {@code R-DL-01}
 */
public record ExtensionRule(int days, String article, String rule) {}
