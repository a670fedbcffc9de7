package vn.edu.privacy.platform.testing.fallen.left;

/** Named for being useful; what lies inside is named so too. */
public class FactHelper {
    record FactDto(int value) {}

    static class FactImpl {}

    static class FactManager {}

    static class FactUtils {}
}
