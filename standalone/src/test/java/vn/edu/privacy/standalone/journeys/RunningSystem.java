package vn.edu.privacy.standalone.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import vn.edu.privacy.standalone.Standalone;
import vn.edu.privacy.standalone.machine.Progress;

/** The whole system and a browser, started for the first journey and stopped after the last. */
final class RunningSystem implements BeforeAllCallback {
    private static final Namespace JOURNEYS = Namespace.create(RunningSystem.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Parts parts = context.getRoot().getStore(JOURNEYS).computeIfAbsent(Parts.class);
        Journey.begin(parts.demo, parts.browser);
    }

    /** What runs; closed by JUnit when every test is over. */
    static final class Parts implements Store.CloseableResource {
        private final Standalone system;
        private final Demo demo;
        private final Browser browser;

        Parts() {
            try {
                Path folder = Files.createTempDirectory("journey");
                system = Standalone.startOnce(folder, new Progress(System.out));
                demo = Demo.read(folder.resolve("demo.json"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            browser = new Browser();
        }

        @Override
        public void close() {
            browser.close();
            system.close();
        }
    }
}
