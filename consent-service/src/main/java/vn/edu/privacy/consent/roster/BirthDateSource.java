package vn.edu.privacy.consent.roster;

/** Where a birth date comes from; what is only declared is not verified (R-CH-03). */
enum BirthDateSource {
    SECTOR_DATABASE(true),
    BIRTH_CERTIFICATE(true),
    DECLARED(false);

    private final boolean verified;

    BirthDateSource(boolean verified) {
        this.verified = verified;
    }

    boolean verified() {
        return verified;
    }
}
