package vn.edu.privacy.consent;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.edu.privacy.platform.testing.NothingAsFile;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;

/** What this service can answer, endpoint by endpoint. */
@RealParts
class NoFilesIT {
    @Autowired
    private ApplicationContext context;

    @Test
    @Rule("S-07")
    void nobodysDataLeavesAsAFile() {
        // answers to a program, and the ledger, whose lines hold identifiers and hashes alone
        NothingAsFile.leaves(
                context,
                "consent-service",
                Set.of("/v1/checks/batch", "/v1/ledger/export", "/v1/students/{}/ledger/export"));
    }
}
