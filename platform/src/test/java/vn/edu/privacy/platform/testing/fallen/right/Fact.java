package vn.edu.privacy.platform.testing.fallen.right;

/** A plain fact. */
public enum Fact {
    TRUE,
    FALSE
}
