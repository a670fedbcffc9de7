package vn.edu.privacy.platform.testing.fallen.left;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Gets what it needs into a field. */
public class Injected {
    @Autowired
    @Nullable
    Object part;
}
