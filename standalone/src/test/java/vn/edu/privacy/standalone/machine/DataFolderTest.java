package vn.edu.privacy.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void aSecondSystemIsToldThatTheFolderIsHeld() {
        Path path = parent.resolve("data");
        try (DataFolder held = DataFolder.take(path)) {
            assertThat(held.path()).isEqualTo(path);
            assertThatThrownBy(() -> DataFolder.take(path))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining("Another running system holds the data folder " + path)
                    .hasMessageContaining("--data DIR");
        }
    }

    @Test
    void aFolderThatWasLetGoCanBeTakenAgain() {
        DataFolder.take(parent.resolve("data")).close();

        try (DataFolder again = DataFolder.take(parent.resolve("data"))) {
            assertThat(again.path()).isDirectory();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "in the way");

        assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining(file.resolve("data").toString());
    }

    @Test
    void nobodyElseMayLookIntoTheFolderEvenOneThatWasThereBefore() throws IOException {
        Path open = Files.createDirectory(
                parent.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        for (Path path : List.of(open, parent.resolve("new"))) {
            DataFolder.take(path).close();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as(path.toString())
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderWithOtherThingsInItIsLeftAlone() throws IOException {
        Files.writeString(parent.resolve("letter.txt"), "not ours");

        assertThatThrownBy(() -> DataFolder.take(parent))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining(parent + " holds other things")
                .hasMessageContaining("--data DIR");
        assertThat(parent.resolve("lock")).doesNotExist();
    }

    @Test
    void secretsAreMadeOnceAndReadableByTheOwnerOnly() throws IOException {
        try (DataFolder folder = DataFolder.take(parent.resolve("data"))) {
            String made = Secrets.of(folder).password("a");

            assertThat(Secrets.of(folder).password("a")).isEqualTo(made);
            assertThat(Secrets.of(folder).password("b")).isNotEqualTo(made);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.json"))))
                    .isEqualTo("rw-------");
        }
    }
}
