package vn.edu.privacy.platform.testing.fallen.right;

import vn.edu.privacy.platform.testing.fallen.left.persistence.Row;

/** A fact that is not plain: it holds the row of another feature. */
public record SpyingFact(Row row) {}
