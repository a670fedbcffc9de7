package vn.edu.privacy.notification;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.edu.privacy.platform.testing.NothingAsFile;
import vn.edu.privacy.platform.testing.Rule;

/** What this service can answer, endpoint by endpoint. */
class NoFilesIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    @Test
    @Rule("S-07")
    void nobodysDataLeavesAsAFile() {
        NothingAsFile.leaves(context, "notification-service", Set.of());
    }
}
