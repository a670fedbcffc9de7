package vn.edu.privacy.notification.request.domain;

/**
 * A purpose that a request is about, where nothing is decided purpose by purpose.
 *
 * @param code the purpose
 * @param version the version that says which data it is and who holds it
 */
public record NamedPurpose(String code, int version) {}
