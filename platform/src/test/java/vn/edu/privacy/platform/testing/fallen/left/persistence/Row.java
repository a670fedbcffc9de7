package vn.edu.privacy.platform.testing.fallen.left.persistence;

/** A row that should have stayed in its feature. */
public record Row(String value) {}
